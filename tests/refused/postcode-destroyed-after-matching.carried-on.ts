/** Refuses a match that carries the postcode. */
import type { HomePostcode } from "../../policy/response/postcode.ts"
import { withoutPostcode } from "../../policy/response/without-postcode.ts"

declare const postcode: HomePostcode
export const matched = withoutPostcode({ form: "9-12", geography: "unmatched", place: postcode })
