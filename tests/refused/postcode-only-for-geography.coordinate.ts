/** A match to a place on the map. */
import { onlyPermitted } from "../../policy/rules/postcode-only-for-geography.ts"

declare const found: { localAuthority: string; region: string; imdDecile: number; easting: number }
export const matched = onlyPermitted(found)
