/** Checks the place of a kept response: matched to known kinds of area, and absent where the child's setting withholds it. */
import { type Geography, geographyStates } from "../data/geography.ts"
import { hasIdentifyingShape, hasPostcodeShape } from "./identifying-shape.ts"
import type { NoteFault, StoredResponse } from "./stored-response.ts"

const authority = /^E\d{8}$/
const region = /^E12\d{6}$/
const neighbourhood = /^E01\d{6}$/

const states: ReadonlySet<string> = new Set(geographyStates)

type Place = Omit<StoredResponse, "answers" | "flags" | "words" | "form">

const isUnplaced = ({ localAuthority, region, imdDecile, lsoa }: Place): boolean =>
  localAuthority === null && region === null && imdDecile === null && lsoa === null

const isMatched = ({ localAuthority, region: of, imdDecile, lsoa }: Place): boolean =>
  localAuthority !== null &&
  authority.test(localAuthority) &&
  of !== null &&
  region.test(of) &&
  (imdDecile === null || (Number.isInteger(imdDecile) && imdDecile >= 1 && imdDecile <= 10)) &&
  (lsoa === null || (imdDecile !== null && neighbourhood.test(lsoa)))

/** Enough to compute the flags; the codes do not matter for them. */
export const geographyOf = ({ place }: Place): Geography =>
  geographyStates.find((state) => state === place) ?? { localAuthority: "E00000000", region: "E12000000" }

export interface PlaceRules {
  /** Whether the form asks this child for a place. */
  readonly isAsked: boolean
  /** Whether the setting of this child withholds the question. */
  readonly isWithheld: boolean
  readonly isNeighbourhoodUsed: boolean
  /** Such as "form 13-17". */
  readonly where: string
}

export const notePlaceFaults = (
  stored: Place,
  { isAsked, isWithheld, isNeighbourhoodUsed, where }: PlaceRules,
  note: NoteFault,
): void => {
  const { place } = stored
  const isNowhere = place === "not-asked" && isUnplaced(stored)
  if (!isAsked && !isNowhere)
    note({
      rule: isWithheld ? "no-postcode-in-secure-settings" : "approved-variables-only",
      what: isWithheld
        ? `${where} holds a place of a child outside the community settings`
        : `${where} holds a place, which it does not ask for`,
    })
  if (isAsked && place === "not-asked")
    note({ rule: "quality-checked-before-analysis", what: `${where} lacks the place of a child who was asked for one` })
  if (place === "matched" ? !isMatched(stored) : !(states.has(place) && isUnplaced(stored)))
    note({ rule: "postcode-only-for-geography", what: `${where} holds a place that is no area of a match` })
  if (stored.lsoa !== null && !isNeighbourhoodUsed)
    note({ rule: "postcode-only-for-geography", what: `${where} holds an LSOA, and no use for it is recorded` })
  const texts = [place, stored.localAuthority ?? "", stored.region ?? "", stored.lsoa ?? ""]
  if (texts.some(hasIdentifyingShape))
    note({ rule: "no-direct-identifiers", what: `${where} holds a place with the shape of an identifier` })
  if (texts.some(hasPostcodeShape))
    note({ rule: "postcode-destroyed-after-matching", what: `${where} holds a place with the shape of a postcode` })
}
