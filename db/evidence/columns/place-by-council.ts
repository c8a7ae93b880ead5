/** Places a child whose postcode was not found in the area of the council that the child named. */
import type { geographyStates } from "../../../policy/data/geography.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"

/** The region of a council by its code; `undefined` for an unknown council. */
export type RegionOf = (council: string) => string | undefined

/** Outcomes of the postcode question that a council may replace: not "outside England", and not "not asked". */
const replaceable: ReadonlySet<string> = new Set([
  "not-answered",
  "prefer-not-to-say",
  "dont-know",
  "unmatched",
] satisfies readonly (typeof geographyStates)[number][])

/** Leaves the outcome of the postcode question and the decile as they are: a council has no decile. */
export const placeByCouncil = (response: ResponseRecord, regionOf: RegionOf): ResponseRecord => {
  const council = response.answers["local-council"]
  if (!replaceable.has(response.place) || typeof council !== "string") return response
  const region = regionOf(council)
  return region === undefined ? response : { ...response, localAuthority: council, region }
}
