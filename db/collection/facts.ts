/** Reads from the collection what audits look at; a part that cannot be read is unseen, and its rules not checked. */
import { Effect } from "effect"
import { seen, type Unseen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { look } from "../../policy/facts/look.ts"
import { complaintsReceived } from "../complaints/received.ts"
import { blameSchema } from "../inspection/blame-schema.ts"
import { type CollectionInspection, uninspectedCollection } from "../inspection/inspect-collection.ts"
import type { Collection } from "./collection.ts"

/** `columns` and `schema` are those of this store. */
export type CollectionFacts = Pick<Facts, "daysOfReceipt" | "columns" | "complaints" | keyof CollectionInspection>

export const collectionFacts = Effect.fn("Collection.facts")(function* ({
  counts,
  columns,
  complaints,
  inspect,
}: Pick<Collection["Service"], "counts" | "columns" | "complaints" | "inspect">): Effect.fn.Return<CollectionFacts> {
  const inspected = yield* inspect
  const facts = yield* Effect.all({
    daysOfReceipt: look("the days of receipt", counts, (all) => seen([...new Set(all.map(({ day }) => day))])),
    complaints: look("the complaints", complaints.all, (all) => seen(complaintsReceived(all))),
    columns: look("the columns of the collection", columns, seen),
  })
  return blameSchema({ ...facts, ...inspected }, inspected.schema)
})

/** The same facts where the store could not be opened. */
export const unseenCollection = (reason: Unseen): CollectionFacts => ({
  ...uninspectedCollection(reason),
  daysOfReceipt: reason,
  complaints: reason,
  columns: reason,
})
