/** Runs an audit to its end: what it found, or the kind of its refusal; and writes small publications briefly. */
import { Effect } from "effect"
import { audit } from "../../../../policy/disclosure/audit/audit.ts"
import type { Publication, PublishedCell, Relation } from "../../../../policy/disclosure/audit/publication.ts"
import type { AuditRefused } from "../../../../policy/disclosure/audit/refused.ts"

export const outcome = <A>(work: Effect.Effect<A, AuditRefused>): Promise<A | AuditRefused["kind"]> =>
  Effect.runPromise(
    Effect.match(work, { onSuccess: (found): A | AuditRefused["kind"] => found, onFailure: ({ kind }) => kind }),
  )

export const audited = (publication: Publication, seconds = 60) => Effect.runPromise(audit(publication, { seconds }))

interface Brief {
  readonly shown?: Readonly<Record<string, number>>
  readonly withheld?: Readonly<Record<string, number | null>>
  readonly relations: readonly Relation[]
  readonly threshold?: number
  readonly lowerBound?: number
  readonly integer?: boolean
}

export const publication = ({
  shown = {},
  withheld = {},
  relations,
  threshold,
  lowerBound,
  integer,
}: Brief): Publication => ({
  threshold: threshold ?? null,
  attacker: { lowerBound: lowerBound ?? 0, integer: integer ?? true },
  cells: new Map<string, PublishedCell>([
    ...Object.entries(shown).map(([id, value]) => [id, { value, published: true }] as const),
    ...Object.entries(withheld).map(([id, value]) => [id, { value, published: false }] as const),
  ]),
  relations,
})

/** A table of two ways with its totals: rows of counts, those in `withheld` (as `row,column` from 1) not published. */
export const twoWay = (
  counts: readonly (readonly number[])[],
  withheld: readonly string[],
  rest: Pick<Brief, "threshold" | "lowerBound" | "integer"> = {},
): Publication => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
  const wide = counts.map((row) => [sum(row), ...row])
  const all = [wide[0]?.map((_, column) => sum(wide.map((row) => row[column] ?? 0))) ?? [], ...wide]
  const cells = all.flatMap((row, y) => row.map((value, x): [string, number] => [`${y},${x}`, value]))
  const lines = [...all.keys()].map(
    (y): Relation => [`${y},0`, ...[...(wide[0]?.keys() ?? [])].slice(1).map((x) => `${y},${x}`)],
  )
  const columns = [...(all[0]?.keys() ?? [])].map(
    (x): Relation => [`0,${x}`, ...[...all.keys()].slice(1).map((y) => `${y},${x}`)],
  )
  return publication({
    ...rest,
    shown: Object.fromEntries(cells.filter(([id]) => !withheld.includes(id))),
    withheld: Object.fromEntries(cells.filter(([id]) => withheld.includes(id))),
    relations: [...lines, ...columns],
  })
}
