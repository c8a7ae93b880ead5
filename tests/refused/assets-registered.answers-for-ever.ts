/** Refuses an asset that keeps answers without an end. */
import { defineAsset } from "../../policy/dpia/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  categories: ["opinion"],
  owner: "director-of-evidence",
  retention: "indefinitely",
})
