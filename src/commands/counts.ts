/** `ask -- counts`: how many have answered so far, up to yesterday and in tens alone, whichever store holds the answers now. */
import { Effect } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { today } from "../../policy/civil-day.ts"
import { parameters } from "../../policy/parameters.ts"
import { type LiveCounts, liveCounts } from "../../policy/report/live-counts.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"
import { exitCode } from "./exit-code.ts"

const none: readonly Count[] = []

/** What was transferred is counted where it is now, and what is not there yet where it was sealed. */
const everywhere = Effect.fnUntraced(function* (place: Place) {
  const readOnly = { readOnly: true } as const
  const collection = yield* openCollection({ ...collectionSource(place), ...readOnly }, place.mode)
  const kept = yield* openEvidence({ source: { ...evidenceSource(place), ...readOnly }, mode: place.mode }).pipe(
    Effect.flatMap((evidence) => evidence.arrivals.counts),
    Effect.catchIf(isAbsent, () => Effect.succeed(none)),
  )
  return [...(yield* collection.counts), ...kept]
})

const told = (count: number): string =>
  count === 0 ? `fewer than ${parameters.threshold.value}` : `${count.toLocaleString("en-GB")} or more`

export const linesOf = ({ upTo, forms, atLeast }: LiveCounts): readonly string[] => [
  upTo === undefined ? "Nothing is counted yet: a day is counted once it is over." : "Counted up to yesterday.",
  ...forms.map((each) => `${each.form.padEnd(16)}${told(each.atLeast)}`),
  `${"together".padEnd(16)}${told(atLeast)}`,
]

export const counts = (place: Place): Promise<number> =>
  exitCode(
    Effect.gen(function* () {
      for (const line of linesOf(liveCounts(yield* everywhere(place), yield* today))) console.log(line)
      return 0
    }).pipe(Effect.scoped),
  )
