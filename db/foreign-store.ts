/** Refuses a store that does not belong to the keys in DATA_DIR, and an empty one in place of one that is lost. */
import { Schema } from "effect"

const Store = Schema.Literals(["collection", "evidence"])
const names = { collection: "collection", evidence: "evidence store" } as const

export class StoreForeign extends Schema.TaggedError<StoreForeign>()("StoreForeign", { store: Store }) {
  override get message() {
    return `The ${names[this.store]} here does not belong to the keys in DATA_DIR: its identity is another one. Nothing was opened or changed. Point DATA_DIR and the database addresses to the store and the keys of one deployment.`
  }
}

export class StoreGone extends Schema.TaggedError<StoreGone>()("StoreGone", { store: Store }) {
  override get message() {
    return `The ${names[this.store]} that belongs to the keys in DATA_DIR is not here. No empty one was made in its place, because its answers would be missed. Bring it back where it was, or restore a backup; for a new beginning, use a new DATA_DIR.`
  }
}
