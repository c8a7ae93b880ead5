/** Refuses a match to a coordinate. */
import { onlyPermitted } from "../../policy/response/permitted-geography.ts"

declare const found: { localAuthority: string; region: string; imdDecile: number; easting: number }
export const matched = onlyPermitted(found)
