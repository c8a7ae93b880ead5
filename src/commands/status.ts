/** `ask -- status`: how many answers are held, by day and form, and never an exact number. */
import { Effect } from "effect"
import { band } from "../../db/collection/band.ts"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"
import { exitCode } from "./exit-code.ts"
import { geographyHere } from "./geography.ts"

export const status = (place: Place): Promise<number> =>
  exitCode(
    Effect.gen(function* () {
      const collection = yield* openCollection({ ...collectionSource(place), readOnly: true }, place.mode)
      return yield* collection.counts
    }).pipe(
      Effect.catchIf(isAbsent, () => Effect.succeed<readonly Count[]>([])),
      Effect.map((counts) => console.log(table(`Answers held in ${place.mode}, in bands:`, counts))),
      Effect.andThen(arrived(place)),
      Effect.scoped,
      Effect.map((counts) => {
        if (counts !== undefined) console.log(`\n${table("Answers in the evidence store, in bands:", counts)}`)
        console.log(`\n${geographyHere(place)[0]}`)
        return 0
      }),
    ),
  )

/** Nothing is said of an evidence store that is not there, or is too old to have any. */
const arrived = (place: Place) =>
  openEvidence({ source: { ...evidenceSource(place), readOnly: true }, mode: place.mode }).pipe(
    Effect.flatMap(({ arrivals }) => arrivals.counts),
    Effect.orElseSucceed(() => undefined),
  )

const table = (heading: string, counts: readonly Count[]): string => {
  const days = [...new Set(counts.map(({ day }) => day))].sort()
  const held = (form: FormId, days: readonly string[]) =>
    counts
      .filter((count) => count.form === form && days.includes(count.day))
      .reduce((sum, count) => sum + count.responses, 0)
  const rows = [
    ["", ...formIds],
    ...days.map((day) => [day, ...formIds.map((form) => band(held(form, [day])))]),
    ["all days", ...formIds.map((form) => band(held(form, days)))],
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join("  ")
      .trimEnd(),
  )
  return [heading, ...lines].join("\n")
}
