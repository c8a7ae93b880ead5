/** Refuses to mark a store as closing while its collection is open. */
import type { Collection } from "../../db/collection/collection.ts"
import type { Collection as State } from "../../policy/custody/collection.ts"

declare const store: Collection["Service"]
declare const open: State<"open">
export const marked = store.beginClosing(open)
