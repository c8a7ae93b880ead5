/** Describes where a child lives as the survey keeps it: by areas of publication and deprivation, never by postcode. */

/** ONS nine-character codes. Only these are known when a postcode is unknown and its whole sector is in one authority. */
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

/** The geographies finer than a region for which a supervisor may allow publication. */
export const finerGeographies = ["local-authority"] as const
export type FinerGeography = (typeof finerGeographies)[number]
