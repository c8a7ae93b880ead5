/** Refuses a row that may hold the postcode. */
import type { HomePostcode } from "../../policy/response/postcode.ts"
import { withoutPostcode } from "../../policy/response/without-postcode.ts"

declare const row: { readonly form: string; readonly given: HomePostcode | "not-asked" }
export const kept = withoutPostcode(row)
