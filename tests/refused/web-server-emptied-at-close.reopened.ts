/** A closed collection, opened again. */
import { type Collection, openCollection } from "../../policy/collection/collection-state.ts"

declare const collection: Collection<"closed">
export const open = openCollection(collection)
