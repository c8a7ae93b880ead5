/** Scans words as they arrive, and those that wait: never scanned, or scanned by an earlier version of the detector. */
import { Effect } from "effect"
import { scanText } from "../../policy/cleaning/scan-text.ts"
import { type Detector, detectorVersion } from "../../policy/free-text/detector.ts"
import type { DetectorDataRefused } from "../../policy/free-text/lexicon/tables.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { QuarantineTable } from "../evidence/schema.ts"
import type { ScannedWords, TextKey, WaitingWords } from "../evidence/texts.ts"

/** Reads the detector at its first use only: it takes a second and 200 MB. */
export type ReadDetector = Effect.Effect<Detector, DetectorDataRefused>

const scanOne =
  (detector: Detector) =>
  ({ response, question, words }: QuarantineTable): ScannedWords => ({
    response,
    question,
    scanned: scanText(detector, words),
  })

/** Without a detector no text is scanned: all of them stay in quarantine, and wait for the next run. */
export const scanArriving = (
  detector: ReadDetector,
  words: readonly QuarantineTable[],
): Effect.Effect<readonly ScannedWords[]> =>
  words.length === 0
    ? Effect.succeed([])
    : detector.pipe(
        Effect.map((read) => words.map(scanOne(read))),
        Effect.orElseSucceed(() => []),
      )

const pageSize = 1_000

/** A text that a person cleaned is looked at as it was cleaned: only new findings go back to a person. */
const pageOf = (detector: Detector, waiting: readonly WaitingWords[]) => {
  const looked = waiting.map((each) => {
    const { response, question, words, state, cleaned } = each
    if (state !== "reviewed" || cleaned === null) return { key: each, scan: scanOne(detector)(each) }
    const again = scanText(detector, cleaned)
    const isClean = again.state === "clean" && again.cleaned === cleaned
    return { key: each, scan: isClean ? undefined : scanOne(detector)({ response, question, words }) }
  })
  return {
    scans: looked.flatMap(({ scan }) => (scan === undefined ? [] : [scan])),
    reviewed: looked.flatMap(({ key, scan }) => (scan === undefined ? [key] : [])),
    detector: detector.version,
  }
}

/** Returns how many texts it scanned. */
export const scanWaiting = Effect.fn("FreeText.scanWaiting")(function* (
  { texts }: Pick<Evidence["Service"], "texts">,
  detector: ReadDetector,
  version = detectorVersion,
) {
  let scanned = 0
  let after: TextKey | undefined
  for (;;) {
    const page = yield* texts.waitingFor(version, after, pageSize)
    if (page.length === 0) return scanned
    yield* texts.keepScans(pageOf(yield* detector, page))
    scanned += page.length
    after = page.at(-1)
  }
})
