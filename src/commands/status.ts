/** `ask -- status`: how many answers are held, by day and form, and never an exact number. */
import { Effect } from "effect"
import { band } from "../../db/collection/band.ts"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { collectionSource, evidenceSource, type Place } from "../launcher/place.ts"
import { exitCode } from "./exit-code.ts"
import { geographyHere } from "./geography.ts"

export const status = (place: Place): Promise<number> =>
  exitCode(
    Effect.gen(function* () {
      const sealed = yield* sealedHere(place)
      console.log(table(`Answers held in ${place.mode}, in bands:`, sealed))
      const counts = yield* arrived(place)
      if (counts !== undefined) console.log(`\n${table("Answers in the evidence store, in bands:", counts)}`)
      console.log(`\n${geographyHere(place)[0]}`)
      const lost = lostHere(place, sealed)
      if (lost.length > 0) console.error(`\n${lostSentence(lost)}`)
      return 0
    }).pipe(Effect.scoped),
  )

const sealedHere = (place: Place) =>
  openCollection({ ...collectionSource(place), readOnly: true }, place.mode).pipe(
    Effect.flatMap(({ counts }) => counts),
    Effect.catchIf(isAbsent, () => Effect.succeed<readonly Count[]>([])),
  )

/** Keys that may not be looked at from here are looked at by the keeper, every night. */
const lostHere = (place: Place, sealed: readonly Count[]): readonly string[] => {
  try {
    return lostKeys(
      privateKeysOf(place),
      place.dataDir,
      sealed.map(({ day }) => day),
    )
  } catch {
    return []
  }
}

const lostSentence = (lost: readonly string[]): string =>
  `The private key of ${lost.join(", ")} is LOST: what is sealed to it opens for nobody. Follow "A key is lost" in SECURITY.md.`

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
