/** Compares the state of the collection with the ledger: a close that no decision made shows. */
import type { CollectionState } from "../custody/collection.ts"
import type { DecisionRecord } from "../record/decision-record.ts"

/** Without records the ledger is at fault already. */
export const closeBreaches = (
  { state, facts }: CollectionState,
  records: readonly DecisionRecord[] | undefined,
): readonly string[] => {
  if (records === undefined) return []
  const closed = records.findLast(({ kind }) => kind === "collection-closed")
  if (state !== "closed")
    return closed === undefined ? [] : ["the ledger records the close, and the collection is open"]
  const isSame = closed?.kind === "collection-closed" && closed.body.rows === facts.rows
  return isSame ? [] : ["the collection counts as closed, and the ledger has no such entry"]
}
