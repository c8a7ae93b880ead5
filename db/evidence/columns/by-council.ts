/** A child who gave no postcode that was found is in the area of the council that it named, which was asked for that alone. */
import type { geographyStates } from "../../../policy/data/geography.ts"
import type { Held } from "../../../surveys/variables/variable.ts"

/** The region of a council by its code; `undefined` where there is no such council. */
export type RegionOf = (council: string) => string | undefined

/** Whom a postcode places outside England, or who was not asked for one, no council places elsewhere. */
const open: ReadonlySet<string> = new Set([
  "not-answered",
  "prefer-not-to-say",
  "dont-know",
  "unmatched",
] satisfies readonly (typeof geographyStates)[number][])

/** What came of the postcode stays as it is, and so does the decile, which no council tells. */
export const byCouncil = (held: Held, regionOf: RegionOf): Held => {
  const council = held.answers["local-council"]
  if (!open.has(held.place) || typeof council !== "string") return held
  const region = regionOf(council)
  return region === undefined ? held : { ...held, localAuthority: council, region }
}
