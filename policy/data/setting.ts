/** Lists the settings in which a child may live. */
import { communitySettings } from "./community-setting.ts"

/** DPIA section 2, with secure training centres added. "Other" may hide a secure setting, so it counts as one (F09). */
export const secureSettings = [
  "secure-childrens-home",
  "young-offender-institution",
  "secure-training-centre",
  "inpatient-mental-health",
  "other",
] as const

export type SecureSetting = (typeof secureSettings)[number]

export const settings = [...communitySettings, ...secureSettings] as const
export type Setting = (typeof settings)[number]
