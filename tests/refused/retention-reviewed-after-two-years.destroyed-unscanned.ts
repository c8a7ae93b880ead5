/** Data said to be destroyed, with no scan that found nothing. */
import { destroyOverdue, type Retention } from "../../policy/retention/retention-state.ts"

declare const state: Retention<"review-overdue">
export const destroyed = destroyOverdue(state, { residue: "none" })
