/** Refuses an asset without a location. */
import { defineAsset } from "../../policy/dpia/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  owner: "director-of-evidence",
  categories: ["opinion"],
  retention: "two-years-then-review",
})
