/** Prints how many children have answered up to yesterday, in tens, from whichever store holds their answers now. */
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { isAbsent } from "../../db/store-unavailable.ts"
import { today } from "../../policy/civil-day.ts"
import { parameters } from "../../policy/parameters.ts"
import { type LiveCounts, liveCounts } from "../../policy/report/live-counts.ts"
import { Settings } from "../deployment/settings.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { withSettings } from "./with-settings.ts"

const noCounts: readonly Count[] = []

/** Transferred answers are counted in the evidence store, and the others in the collection. */
const countsInBothStores = Effect.fn("Counts.read")(function* (storage: StorageSettings) {
  const readOnly = { readOnly: true } as const
  const collection = yield* openCollection({ ...collectionSource(storage), ...readOnly }, storage.mode)
  const transferred = yield* openEvidence({
    source: { ...evidenceSource(storage), ...readOnly },
    mode: storage.mode,
  }).pipe(
    Effect.flatMap((evidence) => evidence.arrivals.counts),
    Effect.catchIf(isAbsent, () => Effect.succeed(noCounts)),
  )
  return [...(yield* collection.counts), ...transferred]
})

const countText = (count: number): string =>
  count === 0 ? `fewer than ${parameters.threshold.value}` : `${count.toLocaleString("en-GB")} or more`

export const countLines = ({ upTo, forms, atLeast }: LiveCounts): readonly string[] => [
  upTo === undefined ? "Nothing is counted yet: a day is counted once it is over." : "Counted up to yesterday.",
  ...forms.map((each) => `${each.form.padEnd(16)}${countText(each.atLeast)}`),
  `${"together".padEnd(16)}${countText(atLeast)}`,
]

export const counts = Command.make(
  "counts",
  {},
  Effect.fn("ask.counts")(function* () {
    const { storage } = yield* Settings
    for (const line of countLines(liveCounts(yield* countsInBothStores(storage), yield* today)))
      yield* Console.log(line)
  }, Effect.scoped),
).pipe(withSettings, Command.withDescription("Show how many children have answered up to yesterday, in tens"))
