/** What a home postcode becomes: geography of publication and of deprivation, never finer than a local authority. */

/** Codes are ONS nine-character codes; the decile is 1 (most deprived) to 10. Source: DPIA section 2; F38. */
export interface MatchedGeography {
  readonly localAuthority: string
  readonly region: string
  readonly imdDecile: number
}

/** Why there is no geography: not asked, left blank, declined, not known, not found, or found outside England. */
export const geographyStates = [
  "not-asked",
  "not-answered",
  "prefer-not-to-say",
  "dont-know",
  "unmatched",
  "outside-england",
] as const

export type Geography = MatchedGeography | (typeof geographyStates)[number]
