/** Refuses to close on a statement without the scan that found nothing. */

import { closeCollection } from "../../policy/custody/close-collection.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import { digestOf } from "../../policy/record/digest.ts"

declare const closing: Collection<"closing">
export const closed = closeCollection(closing, [], { rows: digestOf("all") })
