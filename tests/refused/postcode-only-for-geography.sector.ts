/** Refuses a match to a postcode sector, which is finer than any use. */
import { onlyPermitted } from "../../policy/response/permitted-geography.ts"

export const matched = onlyPermitted({
  localAuthority: "E09999901",
  region: "E12000001",
  imdDecile: 1,
  sector: "ZZ1 1",
})
