/** What a home postcode becomes: geography of publication and of deprivation, never finer than a use is recorded for. */

/** Codes are ONS nine-character codes. All that is known of a postcode that is not itself known, when its sector lies in one. */
export interface MatchedAuthority {
  readonly localAuthority: string
  readonly region: string
}

/** The decile is 1 (most deprived) to 10. Source: DPIA section 2; F38. */
export interface MatchedGeography extends MatchedAuthority {
  readonly imdDecile: number
}

/** Only while a use for the neighbourhood is recorded (F38). */
export interface MatchedNeighbourhood extends MatchedGeography {
  readonly lsoa: string
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

export type Located = MatchedAuthority | MatchedGeography | MatchedNeighbourhood
export type Geography = Located | (typeof geographyStates)[number]
