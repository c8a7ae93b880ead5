/** A row that only sometimes holds the postcode. */
import type { HomePostcode } from "../../policy/postcode.ts"
import { withoutPostcode } from "../../policy/rules/postcode-destroyed-after-matching.ts"

declare const row: { readonly form: string; readonly given: HomePostcode | "not-asked" }
export const kept = withoutPostcode(row)
