/** Answers kept for ever. */
import { defineAsset } from "../../policy/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "store",
  what: "A copy",
  location: "secure-network",
  categories: ["opinion"],
  owner: "director-of-evidence",
  retention: "indefinitely",
})
