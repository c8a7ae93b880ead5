/** Lists the packs in the order in which a school needs them. */
import { beforeAndAfter } from "./before-and-after.ts"
import { ifAChildTellsYou } from "./if-a-child-tells-you.ts"
import { lesson } from "./lesson.ts"
import { letter } from "./letter.ts"
import type { Pack } from "./pack.ts"
import { secureUnits } from "./secure-units.ts"
import { switchAndEyeGaze } from "./switch-and-eye-gaze.ts"
import { timesAndDates } from "./times-and-dates.ts"

export const packs: readonly Pack[] = [
  timesAndDates,
  letter,
  lesson,
  beforeAndAfter,
  ifAChildTellsYou,
  switchAndEyeGaze,
  secureUnits,
]
