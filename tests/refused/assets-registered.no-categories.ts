/** A store with nothing said of what is in it. */
import { defineAsset } from "../../policy/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  owner: "director-of-evidence",
  categories: [],
  retention: "two-years-then-review",
})
