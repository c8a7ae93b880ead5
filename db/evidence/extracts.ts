/** Extracts and the state of their collection, kept as the transitions gave them and read back whole or not at all. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { type CollectionState, restoreCollection } from "../../policy/collection/collection-state.ts"
import { type ExtractState, restoreExtract } from "../../policy/extract/extract.ts"
import type { Connection } from "../connect.ts"
import { changedOne } from "./changed-one.ts"
import type { EvidenceTables } from "./schema.ts"

export const keepExtract = async (
  transaction: Transaction<EvidenceTables>,
  { state, facts }: ExtractState,
): Promise<void> => {
  const { id, fields } = facts
  if (state === "deletion-certified") {
    const { deletedOn, attestation } = facts
    const certified = { deleted_on: deletedOn, attestation }
    changedOne(await transaction.updateTable("extract").set(certified).where("id", "=", id).executeTakeFirstOrThrow())
    return
  }
  const { person, reason, digest, takenOn, expiresOn } = facts
  const taken = { id, person, reason, digest, taken_on: takenOn, expires_on: expiresOn }
  await transaction
    .insertInto("extract")
    .values({ ...taken, deleted_on: null, attestation: null })
    .execute()
  await transaction
    .insertInto("extract_field")
    .values(fields.map((field) => ({ extract: id, field })))
    .execute()
}

export const extractsOf = async ({ db }: Connection<EvidenceTables>): Promise<readonly ExtractState[]> => {
  const rows = await db.selectFrom("extract").selectAll().orderBy("taken_on").orderBy("id").execute()
  const fields = await db.selectFrom("extract_field").selectAll().orderBy("field").execute()
  return Effect.runPromise(
    Effect.forEach(rows, ({ id, person, reason, digest, taken_on, expires_on, deleted_on, attestation }) => {
      const its = fields.filter(({ extract }) => extract === id).map(({ field }) => field)
      const facts = { id, person, reason, digest, takenOn: taken_on, expiresOn: expires_on, fields: its }
      return restoreExtract(
        deleted_on === null
          ? { state: "taken", facts }
          : { state: "deletion-certified", facts: { ...facts, deletedOn: deleted_on, attestation } },
      )
    }),
  )
}

export const keepCollection = async (
  transaction: Transaction<EvidenceTables>,
  { state, facts }: CollectionState,
): Promise<void> => {
  if (state === "not-open") return
  if (state === "open") {
    const opened = { id: 1, opened_on: facts.openedOn, closing_on: null, closed_on: null, rows_digest: null }
    await transaction.insertInto("collection_state").values(opened).execute()
    return
  }
  const closing = { closing_on: facts.closingOn }
  const change = state === "closing" ? closing : { ...closing, closed_on: facts.closedOn, rows_digest: facts.rows }
  changedOne(
    await transaction.updateTable("collection_state").set(change).where("id", "=", 1).executeTakeFirstOrThrow(),
  )
}

export const collectionOf = async (connection: Connection<EvidenceTables>): Promise<CollectionState> => {
  const row = await connection.db.selectFrom("collection_state").selectAll().executeTakeFirst()
  const extracts = (await extractsOf(connection)).map(({ facts }) => facts.id)
  if (row === undefined) return Effect.runPromise(restoreCollection({ state: "not-open", facts: { extracts } }))
  const { opened_on, closing_on, closed_on, rows_digest: rows } = row
  const open = { openedOn: opened_on, extracts }
  const kept =
    closing_on === null
      ? { state: "open", facts: open }
      : closed_on === null
        ? { state: "closing", facts: { ...open, closingOn: closing_on } }
        : { state: "closed", facts: { ...open, closingOn: closing_on, closedOn: closed_on, rows } }
  return Effect.runPromise(restoreCollection(kept))
}
