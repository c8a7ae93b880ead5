/** Refuses data declared destroyed without a clean scan. */
import { destroyOverdue, type Retention } from "../../policy/custody/retention.ts"

declare const state: Retention<"review-overdue">
export const destroyed = destroyOverdue(state, { residue: "none" })
