/** A table for a local authority. */
import { nationalOrRegional } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

export const draft = nationalOrRegional({ title: "Hopes", geographies: ["England", "E09000007"], cells: [] })
