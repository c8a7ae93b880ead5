/** Reads from the evidence store what audits look at; a part that cannot be read is unseen, and its rules not checked. */
import { Effect } from "effect"
import { banded } from "../../policy/banded.ts"
import { flags } from "../../policy/data/quality-flag.ts"
import { seen, type Unseen, unseen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { look } from "../../policy/facts/look.ts"
import { scannedStores } from "../../policy/record/residue-scan.ts"
import type { DeclaredVariables } from "../../policy/release/declared-variables.ts"
import { blameSchema } from "../inspection/blame-schema.ts"
import { type EvidenceInspection, everyPart, type InspectionOptions } from "../inspection/inspect-evidence.ts"
import type { Evidence } from "./evidence.ts"

/** `columns` and `schema` are those of this store. */
export type EvidenceFacts = Pick<
  Facts,
  | "collection"
  | "extracts"
  | "retentions"
  | "members"
  | "quality"
  | "places"
  | "abandonedDays"
  | "releases"
  | "residueScan"
  | "columns"
  | keyof EvidenceInspection
>

const releasesOf = Effect.fn("Evidence.releasesOf")(function* (
  { outputs }: Evidence["Service"],
  declared: DeclaredVariables,
) {
  const [tables, widenings] = yield* Effect.all([outputs.releases, outputs.widenings])
  return { tables, widenings, declared }
})

export interface EvidenceLook extends InspectionOptions {
  /** The variables by which released tables are read. */
  readonly declared: DeclaredVariables
}

export const evidenceFacts = Effect.fn("Evidence.facts")(function* (
  evidence: Evidence["Service"],
  { declared, ...options }: EvidenceLook,
): Effect.fn.Return<EvidenceFacts> {
  const { arrivals } = evidence
  const inspected = yield* evidence.inspect(options)
  const facts = yield* Effect.all({
    collection: look("the state of the collection", evidence.collection, seen),
    extracts: look("the extracts", evidence.extracts, seen),
    retentions: look("the days retained", evidence.retentions, seen),
    members: look("the list of the team", evidence.members, seen),
    quality: look("the quality flags", Effect.all([arrivals.quality, arrivals.flagged]), ([counts, flagged]) =>
      seen({ ...counts, flagged: flags.map((flag) => ({ flag, responses: banded(flagged.get(flag) ?? 0) })) }),
    ),
    places: look("the places matched", arrivals.places, ({ matched, unmatched }) =>
      seen({ matched: banded(matched), unmatched: banded(unmatched) }),
    ),
    abandonedDays: look("the answers given up", evidence.bodiesOf("answers-given-up"), (days) =>
      seen(days.map(({ of, on, responses }) => ({ of, on, responses: banded(responses) }))),
    ),
    releases: look("the releases", releasesOf(evidence, declared), seen),
    residueScan: look(
      "the scans",
      Effect.all([evidence.bodiesOf("residue-scanned"), evidence.bodiesOf("store-scanned")]),
      ([scans, stores]) => {
        const latest = scans.at(-1)
        if (latest === undefined) return unseen("no scan of every byte is recorded here (ask -- scan)")
        const sameDay = stores.filter(({ on }) => on === latest.on)
        const last = scannedStores.flatMap((name) => sameDay.findLast(({ store }) => store === name) ?? [])
        return seen({ on: latest.on, traces: latest.traces, stores: last })
      },
    ),
    columns: look("the columns of the evidence store", evidence.columns, seen),
  })
  return blameSchema({ ...facts, ...inspected }, inspected.schema)
})

/** The same facts where the store could not be opened. */
export const unseenEvidence = (reason: Unseen): EvidenceFacts => ({
  ...everyPart(reason),
  collection: reason,
  extracts: reason,
  retentions: reason,
  members: reason,
  quality: reason,
  places: reason,
  abandonedDays: reason,
  releases: reason,
  residueScan: reason,
  columns: reason,
})
