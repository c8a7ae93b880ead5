/** A match that keeps the neighbourhood though no use for it is recorded. */
import { onlyPermitted } from "../../policy/rules/postcode-only-for-geography.ts"

export const matched = onlyPermitted({
  localAuthority: "E09999901",
  region: "E12000001",
  imdDecile: 1,
  lsoa: "E01999901",
})
