/** Refuses to close a collection that has not begun to close. */

import { closeCollection } from "../../policy/custody/close-collection.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import type { Emptied } from "../../policy/custody/emptied.ts"

declare const collection: Collection<"open">
declare const emptied: Emptied
export const closed = closeCollection(collection, [], emptied)
