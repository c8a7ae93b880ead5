/** Stores decisions to publish finer than a region, and reads them only if they match the ledger. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { type GeographyException, restoreGeographyException } from "../../policy/release/geography-exception.ts"
import type { EvidenceStore } from "./evidence-store.ts"
import { bodiesOf } from "./ledger-entries.ts"
import type { EvidenceTables } from "./schema.ts"

/** A revoked decision is stored already: only the ledger records that it was revoked. */
export const keepWidening = async (
  transaction: Transaction<EvidenceTables>,
  { id, facts, endedOn }: GeographyException,
): Promise<void> => {
  if (endedOn !== undefined) return
  const { to, because, by, role, on } = facts
  await transaction
    .insertInto("widening")
    .values({ id, geography: to, because, person: by, role, decided_on: on })
    .execute()
}

/** In the order of the decisions. */
export const wideningsOf = Effect.fn("Evidence.widenings")(function* (store: EvidenceStore) {
  const rows = yield* store.run("wideningRows", ({ db }) => db.selectFrom("widening").selectAll().execute())
  const byId = new Map(rows.map((row) => [row.id, row]))
  const decided = yield* bodiesOf(store, "geography-widened")
  const revoked = yield* bodiesOf(store, "geography-narrowed")
  const endings = new Map(revoked.map(({ decision, on }) => [decision, on]))
  return yield* Effect.forEach(decided, ({ decision: id, to, by, on }) => {
    const row = byId.get(id)
    const facts = row && { to, because: row.because, by: row.person, role: by, on }
    // A row that is missing has no facts, and does not restore.
    return restoreGeographyException({ id, facts, endedOn: endings.get(id) })
  }).pipe(Effect.mapError(store.inconsistent))
})
