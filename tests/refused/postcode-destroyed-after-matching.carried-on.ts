/** A match that takes the postcode along. */
import type { HomePostcode } from "../../policy/postcode.ts"
import { withoutPostcode } from "../../policy/rules/postcode-destroyed-after-matching.ts"

declare const postcode: HomePostcode
export const matched = withoutPostcode({ form: "9-12", geography: "unmatched", place: postcode })
