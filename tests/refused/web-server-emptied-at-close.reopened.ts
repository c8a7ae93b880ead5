/** Refuses to open a closed collection again. */
import type { Day } from "../../policy/civil-day.ts"
import { type Collection, foundOpen } from "../../policy/custody/collection.ts"

declare const collection: Collection<"closed">
declare const firstDay: Day
export const open = foundOpen(collection, firstDay)
