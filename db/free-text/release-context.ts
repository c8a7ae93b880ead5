/** Defines what a release of texts needs: the store, the detector, the keys and the folder of sealed files. */
import type { Detector } from "../../policy/free-text/detector.ts"
import type { ResealContext } from "../backup/reseal-day.ts"

export interface ReleaseContext extends ResealContext {
  readonly detector: Detector
}
