/** Decisions to publish finer than a region, kept as they were taken and read back as the ledger has them, or not at all. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { restoreWidening, type Widening } from "../../policy/disclosure/widening.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Connection } from "../connect.ts"
import { bodiesOf } from "./recorded.ts"
import type { EvidenceTables } from "./schema.ts"

/** One that was taken back is there already. */
export const keepWidening = async (
  transaction: Transaction<EvidenceTables>,
  { id, facts, endedOn }: Widening,
): Promise<void> => {
  if (endedOn !== undefined) return
  const { to, because, by, role, on } = facts
  await transaction
    .insertInto("widening")
    .values({ id, geography: to, because, person: by, role, decided_on: on })
    .execute()
}

/** In the order in which they were taken. */
export const wideningsOf = async (connection: Connection<EvidenceTables>): Promise<readonly Widening[]> => {
  const rows = new Map((await connection.db.selectFrom("widening").selectAll().execute()).map((row) => [row.id, row]))
  const taken = await bodiesOf(connection, "geography-widened")
  const ended = new Map((await bodiesOf(connection, "geography-narrowed")).map(({ decision, on }) => [decision, on]))
  const kept = taken.map(({ decision: id, to, by, on }) => {
    const row = rows.get(id)
    if (row === undefined) throw new StoreUnavailable({ failure: "refused" })
    return { id, facts: { to, because: row.because, by: row.person, role: by, on }, endedOn: ended.get(id) }
  })
  return Effect.runPromise(Effect.forEach(kept, restoreWidening))
}
