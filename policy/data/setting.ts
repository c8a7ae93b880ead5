/** Where a child may live, and which of those answers let anything about the place be asked. */

/** DPIA section 2, with secure training centres added (F09). Only these are community settings. */
export const communitySettings = [
  "with-parents",
  "with-foster-parents",
  "with-relatives",
  "childrens-home",
  "supported-independent",
  "supported-semi-independent",
  "on-their-own",
  "friends-or-hostel",
] as const

export type CommunitySetting = (typeof communitySettings)[number]

/** "Other" may hide a secure setting, so it counts as one (F09). */
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

/** Only a named community setting opens the questions about the place; an opt-out, a blank and "other" do not. */
export const isCommunitySetting = (answer: unknown): answer is CommunitySetting =>
  communitySettings.some((setting) => setting === answer)
