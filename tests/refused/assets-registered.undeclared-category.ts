/** Refuses a column of a category that its table does not declare. */
import { defineAsset } from "../../policy/dpia/assets/define-asset.ts"

export const asset = defineAsset({
  id: "copy",
  kind: "table",
  what: "A copy",
  location: "secure-network",
  categories: ["opinion"],
  owner: "director-of-evidence",
  retention: "two-years-then-review",
  store: "evidence",
  table: "copy",
  columns: { age: "age" },
})
