/** Refuses an extract relabelled as certified, without a certificate. */

import { closeCollection } from "../../policy/custody/close-collection.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import type { Emptied } from "../../policy/custody/emptied.ts"
import type { ProcessorExtract } from "../../policy/custody/extract.ts"

declare const extract: ProcessorExtract<"taken">
declare const closing: Collection<"closing">
declare const emptied: Emptied
export const closed = closeCollection(closing, [{ ...extract, state: "deletion-certified" }], emptied)
