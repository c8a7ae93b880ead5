/** Refuses a match that keeps the neighbourhood without a recorded use. */
import { onlyPermitted } from "../../policy/response/permitted-geography.ts"

export const matched = onlyPermitted({
  localAuthority: "E09999901",
  region: "E12000001",
  imdDecile: 1,
  lsoa: "E01999901",
})
