/** An extract relabelled as certified, with no certificate made. */
import { type Collection, closeCollection } from "../../policy/collection/collection-state.ts"
import type { Emptied } from "../../policy/collection/emptied.ts"
import type { ProcessorExtract } from "../../policy/extract/extract.ts"

declare const extract: ProcessorExtract<"taken">
declare const closing: Collection<"closing">
declare const emptied: Emptied
export const closed = closeCollection(closing, [{ ...extract, state: "deletion-certified" }], emptied)
