/** Compares a report with the one before it: what got worse, what got better, and what came new. */
import { Option, Schema } from "effect"
import type { Annex } from "./annex.ts"
import { keptAnswers } from "./kept.ts"

/** What a later report reads of an earlier one; an earlier version may have reported more or less. */
const Earlier = Schema.Struct({
  madeOn: Schema.String,
  dpiaVersion: Schema.String,
  build: Schema.Struct({ digest: Schema.String }),
  rules: Schema.Array(
    Schema.Struct({ id: Schema.String, kept: Schema.Literals(keptAnswers), needs: Schema.NullOr(Schema.String) }),
  ),
  findings: Schema.Array(Schema.Struct({ id: Schema.String, state: Schema.String })),
  attestations: Schema.Array(Schema.Struct({ id: Schema.String, state: Schema.String })),
  releases: Schema.optionalKey(Schema.Struct({ rows: Schema.optionalKey(Schema.Array(Schema.Unknown)) })),
})
export type EarlierReport = typeof Earlier.Type

/** `undefined` for text that is no report. */
export const readEarlier = (text: string): EarlierReport | undefined =>
  Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(Earlier))(text))

export interface Change {
  readonly direction: "worse" | "better" | "changed" | "new" | "same"
  readonly what: string
}

export type Changes =
  | { readonly compared: true; readonly since: string; readonly changes: readonly Change[] }
  | { readonly compared: false; readonly because: string }

const words = { upheld: "upheld", broken: "broken", "not-checked": "not checked" } as const

type Compared = Pick<EarlierReport, "rules" | "findings" | "attestations" | "dpiaVersion" | "build" | "releases">

const ruleChanges = (then: Compared, now: Compared): readonly Change[] =>
  now.rules.flatMap(({ id, kept, needs }): readonly Change[] => {
    const before = then.rules.find((rule) => rule.id === id)
    if (before === undefined) return [{ direction: "new", what: `rule ${id}: ${words[kept]}` }]
    const isWorse = keptAnswers.indexOf(kept) < keptAnswers.indexOf(before.kept)
    const moved = before.kept !== kept
    const decided = before.needs !== null && needs === null
    const asked = before.needs === null && needs !== null
    return [
      ...(moved
        ? [
            {
              direction: isWorse ? ("worse" as const) : ("better" as const),
              what: `rule ${id}: ${words[before.kept]} before, now ${words[kept]}`,
            },
          ]
        : []),
      ...(decided ? [{ direction: "better" as const, what: `rule ${id} needs no decision any more` }] : []),
      ...(asked ? [{ direction: "worse" as const, what: `rule ${id} needs a decision` }] : []),
    ]
  })

/** States of findings and attestations, the better the later. */
const order = ["missing", "lapsed", "open", "waived", "attested", "decided"]

const stateChanges = (
  what: string,
  then: EarlierReport["findings"],
  now: EarlierReport["findings"],
): readonly Change[] =>
  now.flatMap(({ id, state }): readonly Change[] => {
    const before = then.find((each) => each.id === id)?.state
    if (before === undefined) return [{ direction: "new", what: `${what} ${id}: ${state}` }]
    if (before === state) return []
    const direction = order.indexOf(state) > order.indexOf(before) ? "better" : "worse"
    return [{ direction, what: `${what} ${id}: ${before} before, now ${state}` }]
  })

const releasedIn = ({ releases }: Compared): number => releases?.rows?.length ?? 0

const others = (then: Compared, now: Compared): readonly Change[] => {
  const tables = releasedIn(now) - releasedIn(then)
  return [
    ...(then.dpiaVersion === now.dpiaVersion ? [] : [{ direction: "changed" as const, what: "the text of the DPIA" }]),
    ...(then.build.digest === now.build.digest ? [] : [{ direction: "changed" as const, what: "the code" }]),
    ...(tables > 0 ? [{ direction: "new" as const, what: `tables released: ${tables}` }] : []),
  ]
}

const directions: readonly Change["direction"][] = ["worse", "better", "changed", "new", "same"]

/** Worse first. Where nothing differs it says so, so that an empty list never reads as *not compared*. */
export const changesBetween = (then: Compared, now: Compared): readonly Change[] => {
  const all = [
    ...ruleChanges(then, now),
    ...stateChanges("finding", then.findings, now.findings),
    ...stateChanges("attestation of", then.attestations, now.attestations),
    ...others(then, now),
  ]
  if (all.length === 0) return [{ direction: "same", what: "rules, findings, attestations, DPIA and code" }]
  return all.toSorted((one, other) => directions.indexOf(one.direction) - directions.indexOf(other.direction))
}

/** `earlier` is the last report that was recorded, or why it cannot be compared. */
export const changesSince = (
  earlier: EarlierReport | { readonly because: string },
  now: Omit<Compared, "releases"> & { readonly releases: Annex<unknown> },
): Changes =>
  "because" in earlier
    ? { compared: false, because: earlier.because }
    : {
        compared: true,
        since: earlier.madeOn,
        changes: changesBetween(earlier, { ...now, releases: { rows: now.releases.read ? now.releases.rows : [] } }),
      }
