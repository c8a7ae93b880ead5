/** Scans released texts again after a change of the detector, and recalls those that it now holds. */
import { Effect } from "effect"
import { isDay, today } from "../../policy/civil-day.ts"
import { scanText } from "../../policy/cleaning/scan-text.ts"
import { type Detector, detectorVersion } from "../../policy/free-text/detector.ts"
import { decided } from "../../policy/record/decision-record.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { textDigest } from "../evidence/text-digest.ts"
import type { ReadDetector } from "./scan-waiting.ts"

const scanDay = Effect.fn("FreeText.scanReleased")(function* (
  { released }: Evidence["Service"],
  detector: Detector,
  day: string,
) {
  if (!isDay(day)) return 0
  const texts = yield* released.of(day)
  const looked = texts
    .filter((text) => text.detector < detector.version)
    .map((text) => ({ ...text, scanned: scanText(detector, text.words) }))
  const isSame = ({ words, scanned }: (typeof looked)[number]) => scanned.cleaned === words
  const recalled = looked.filter((each) => !isSame(each))
  if (recalled.length > 0) {
    const gone = new Set(recalled.map(({ response, question }) => `${response.toHex()} ${question}`))
    const left = texts.filter(({ response, question }) => !gone.has(`${response.toHex()} ${question}`))
    const digest = textDigest(left)
    const body = { of: day, on: yield* today, texts: left.length, digest, detector: detector.version }
    yield* released.recall(yield* decided({ kind: "texts-recalled", body }), { day, texts: recalled, digest })
  }
  yield* released.markScanned(looked.filter(isSame), detector.version)
  return recalled.length
})

/** Returns how many texts it recalled. */
export const recallOlder = Effect.fn("FreeText.recallOlder")(function* (
  evidence: Evidence["Service"],
  detector: ReadDetector,
  version = detectorVersion,
) {
  const days = yield* evidence.released.olderDays(version)
  let recalled = 0
  for (const day of days) recalled += yield* scanDay(evidence, yield* detector, day)
  return recalled
})
