/** An open collection closed without having begun to close. */
import { type Collection, closeCollection } from "../../policy/collection/collection-state.ts"
import type { Emptied } from "../../policy/collection/emptied.ts"

declare const collection: Collection<"open">
declare const emptied: Emptied
export const closed = closeCollection(collection, [], emptied)
