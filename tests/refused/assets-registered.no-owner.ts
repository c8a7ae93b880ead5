/** Refuses an asset without an owner. */
import { defineAsset } from "../../policy/dpia/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  categories: ["opinion"],
  retention: "two-years-then-review",
})
