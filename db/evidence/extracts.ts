/** Stores extracts and the state of the collection, and restores all of it or fails. */
import { Effect } from "effect"
import { type CollectionState, restoreCollection } from "../../policy/custody/collection.ts"
import { type ExtractState, restoreExtract } from "../../policy/custody/extract.ts"
import type { EvidenceStore, Writing } from "./evidence-store.ts"
import { changedOne } from "./require-change.ts"
import type { CollectionStateTable, ExtractTable } from "./schema.ts"

export const keepExtract = async (transaction: Writing, { state, facts }: ExtractState): Promise<void> => {
  const { id, fields } = facts
  if (state === "deletion-certified") {
    const { deletedOn, attestation } = facts
    const certified = { deleted_on: deletedOn, attestation }
    changedOne(await transaction.updateTable("extract").set(certified).where("id", "=", id).executeTakeFirstOrThrow())
    return
  }
  const { person, reason, digest, takenOn, expiresOn } = facts
  const row = { id, person, reason, digest, taken_on: takenOn, expires_on: expiresOn }
  await transaction
    .insertInto("extract")
    .values({ ...row, deleted_on: null, attestation: null })
    .execute()
  await transaction
    .insertInto("extract_field")
    .values(fields.map((field) => ({ extract: id, field })))
    .execute()
}

const stateOf = (row: ExtractTable, fields: readonly string[]) => {
  const { id, person, reason, digest, taken_on, expires_on, deleted_on: deletedOn, attestation } = row
  const facts = { id, person, reason, digest, takenOn: taken_on, expiresOn: expires_on, fields }
  return deletedOn === null
    ? { state: "taken", facts }
    : { state: "deletion-certified", facts: { ...facts, deletedOn, attestation } }
}

export const extractsOf = Effect.fn("Evidence.extracts")(function* ({ run, inconsistent }: EvidenceStore) {
  const rows = yield* run("extractRows", ({ db }) =>
    db.selectFrom("extract").selectAll().orderBy("taken_on").orderBy("id").execute(),
  )
  const fields = yield* run("extractFields", ({ db }) =>
    db.selectFrom("extract_field").selectAll().orderBy("field").execute(),
  )
  return yield* Effect.forEach(rows, (row) => {
    const own = fields.filter(({ extract }) => extract === row.id).map(({ field }) => field)
    return restoreExtract(stateOf(row, own))
  }).pipe(Effect.mapError(inconsistent))
})

export const keepCollection = async (transaction: Writing, { state, facts }: CollectionState): Promise<void> => {
  if (state === "not-open") return
  if (state === "open") {
    const row = { id: 1, opened_on: facts.openedOn, closing_on: null, closed_on: null, rows_digest: null }
    await transaction.insertInto("collection_state").values(row).execute()
    return
  }
  const closing = { closing_on: facts.closingOn }
  const change = state === "closing" ? closing : { ...closing, closed_on: facts.closedOn, rows_digest: facts.rows }
  changedOne(
    await transaction.updateTable("collection_state").set(change).where("id", "=", 1).executeTakeFirstOrThrow(),
  )
}

const collectionIn = (row: CollectionStateTable | undefined, extracts: readonly string[]) => {
  if (row === undefined) return { state: "not-open", facts: { extracts } }
  const { opened_on, closing_on: closingOn, closed_on: closedOn, rows_digest: rows } = row
  const open = { openedOn: opened_on, extracts }
  if (closingOn === null) return { state: "open", facts: open }
  if (closedOn === null) return { state: "closing", facts: { ...open, closingOn } }
  return { state: "closed", facts: { ...open, closingOn, closedOn, rows } }
}

export const collectionOf = Effect.fn("Evidence.collection")(function* (store: EvidenceStore) {
  const row = yield* store.run("collectionRow", ({ db }) =>
    db.selectFrom("collection_state").selectAll().executeTakeFirst(),
  )
  const extracts = (yield* extractsOf(store)).map(({ facts }) => facts.id)
  return yield* restoreCollection(collectionIn(row, extracts)).pipe(Effect.mapError(store.inconsistent))
})
