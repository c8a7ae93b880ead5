/** Refuses a row with a column for the postcode's text. */
import { withoutPostcode } from "../../policy/response/without-postcode.ts"

declare const written: string
export const row = withoutPostcode({ form: "9-12", home_postcode: written })
