/** A detector without tables: it holds each text with a figure in it, and finds nothing in any other. */
import { Effect } from "effect"
import { type Detector, detectorVersion } from "../../policy/free-text/detector.ts"

export const stubDetector: Detector = {
  version: detectorVersion,
  detect: (text) => {
    const isHeld = /\d/.test(text)
    return {
      decision: isHeld ? "held" : "clean",
      spans: [],
      cleaned: text,
      because: isHeld ? ["uncertain"] : [],
      concerns: [],
    }
  },
}

export const stubbed = Effect.succeed(stubDetector)
