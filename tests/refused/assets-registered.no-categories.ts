/** Refuses an asset without data categories. */
import { defineAsset } from "../../policy/dpia/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  owner: "director-of-evidence",
  categories: [],
  retention: "two-years-then-review",
})
