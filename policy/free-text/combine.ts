/** Joins the matches of every layer into spans of the source, with the risk of each and of the text. */
import type { Finding, Scene } from "./context/scene.ts"
import type { Match, SpanKind } from "./patterns/match.ts"
import type { Folded } from "./text/fold.ts"

/** In UTF-16 units of the source. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly kind: SpanKind
  readonly risk: number
}

const strength: Readonly<Record<SpanKind, number>> = {
  email: 9,
  url: 8,
  "national-insurance-number": 7,
  upn: 7,
  "nhs-number": 7,
  phone: 6,
  postcode: 6,
  "date-of-birth": 5,
  handle: 4,
  school: 3,
  address: 4,
  place: 1,
  person: 2,
}

export const matchesOf = (findings: readonly Finding[], { units }: Scene): readonly Match[] =>
  findings.map(({ from, to, kind, risk }) => ({
    start: units[from]?.start ?? 0,
    end: units[to - 1]?.end ?? 0,
    kind,
    risk,
  }))

/** Two independent signs are more certain than either. */
const both = (one: number, other: number): number => 1 - (1 - one) * (1 - other)

/** Overlapping matches become one span, of the kind that is surest. */
export const joinMatches = (matches: readonly Match[]): readonly Match[] => {
  const joined: Match[] = []
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last === undefined || match.start >= last.end) {
      joined.push(match)
      continue
    }
    const lastWins = last.risk * (1 + strength[last.kind] / 10) >= match.risk * (1 + strength[match.kind] / 10)
    joined[joined.length - 1] = {
      start: last.start,
      end: Math.max(last.end, match.end),
      kind: lastWins ? last.kind : match.kind,
      risk: last.kind === match.kind ? both(last.risk, match.risk) : Math.max(last.risk, match.risk),
    }
  }
  return joined
}

export const spansOf = (matches: readonly Match[], { starts, ends }: Folded): readonly Span[] =>
  matches.flatMap(({ start, end, kind, risk }) => {
    const from = starts[start]
    const to = ends[end - 1]
    return from === undefined || to === undefined || to <= from ? [] : [{ start: from, end: to, kind, risk }]
  })
