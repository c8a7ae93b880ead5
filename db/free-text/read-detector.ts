/** Reads the tables and weights of the text detector, which ship with the code. */
import { readFileSync } from "node:fs"
import { Effect } from "effect"
import { type Detector, detectorFrom } from "../../policy/free-text/detector.ts"
import { DetectorDataRefused, type TableTexts } from "../../policy/free-text/lexicon/tables.ts"

/** This file and the bundles of the programs have the same depth below the root. */
const data = new URL("../../policy/free-text/data/", import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(`${name}.txt`, data), "utf8")

export const readTableTexts = (): TableTexts => ({
  firstNames: textOf("first-names"),
  surnames: textOf("surnames"),
  places: textOf("places"),
  schoolStems: textOf("school-stems"),
  streets: textOf("streets"),
  words: textOf("words"),
  childWords: textOf("child-words"),
  moreNames: textOf("more-names"),
  allowed: textOf("allowed"),
})

export const readWeights = (): Uint8Array => new Uint8Array(readFileSync(new URL("weights.bin", data)))

const reading = <A>(read: () => A) =>
  Effect.try({
    try: read,
    catch: () =>
      new DetectorDataRefused({
        message:
          "The tables of the text detector cannot be read. No text was read. Restore policy/free-text/data from the repository.",
      }),
  })

/** Takes about a second; keep the detector for all texts of a run. */
export const readDetector: Effect.Effect<Detector, DetectorDataRefused> = Effect.gen(function* () {
  return yield* detectorFrom(yield* reading(readTableTexts), yield* reading(readWeights))
}).pipe(Effect.withSpan("FreeText.readDetector"))
