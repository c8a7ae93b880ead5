/** Whether the collection is open, closing or closed, and every extract ever taken of it, for audits. */
import { Context } from "effect"
import type { CollectionState } from "../collection/collection-state.ts"
import type { ExtractState } from "../extract/extract.ts"

export class CollectionNow extends Context.Service<
  CollectionNow,
  { readonly collection: CollectionState; readonly extracts: readonly ExtractState[] }
>()("policy/evidence/CollectionNow") {}
