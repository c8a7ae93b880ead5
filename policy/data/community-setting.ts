/** Lists the settings that allow questions about the place: all that a browser needs to know of settings. */

/** Only these are community settings. Source: DPIA section 2. */
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

/** An opt-out, a blank and "other" are no community setting, so they skip the questions about the place. */
export const isCommunitySetting = (answer: unknown): answer is CommunitySetting =>
  communitySettings.some((setting) => setting === answer)
