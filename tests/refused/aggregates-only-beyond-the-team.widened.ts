/** A table for who knows where. */
import { nationalOrRegional } from "../../policy/rules/aggregates-only-beyond-the-team.ts"

declare const geographies: readonly string[]
export const draft = nationalOrRegional({ title: "Hopes", geographies, cells: [] })
