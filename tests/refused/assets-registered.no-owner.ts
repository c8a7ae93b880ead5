/** A store that belongs to nobody. */
import { defineAsset } from "../../policy/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  categories: ["opinion"],
  retention: "two-years-then-review",
})
