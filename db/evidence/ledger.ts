/** A decision and what it changes are kept together or not at all; the ledger is read in pages and checked as it is read. */
import { setTimeout as delay } from "node:timers/promises"
import { Result } from "effect"
import type { Transaction } from "kysely"
import { type Mode, modes } from "../../policy/data/mode.ts"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import type { DecisionRecord } from "../../policy/evidence/decision-record.ts"
import {
  type Anchor,
  anchorAt,
  beginning,
  checkEnd,
  checkRow,
  type LedgerBroken,
  type LedgerKey,
  type LedgerRow,
  rowAfter,
} from "../../policy/evidence/ledger.ts"
import { failureOf } from "../collection/failure.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceTables } from "./schema.ts"

const attempts = 8
const pageSize = 500

/** Another writer was quicker, and the row is made anew; a change that is refused would be refused again. */
const isPassing = (error: unknown, changing: boolean): boolean => {
  const failure = failureOf(error)
  return failure === "conflict" || failure === "busy" || (failure === "refused" && !changing)
}

const headOf = async (db: Transaction<EvidenceTables> | Connection<EvidenceTables>["db"]): Promise<Anchor> => {
  const last = await db.selectFrom("ledger").selectAll().orderBy("seq", "desc").limit(1).executeTakeFirst()
  return last === undefined ? beginning : anchorAt(last)
}

/** `change` runs in the same transaction: if it fails, nothing is recorded; if recording fails, nothing is changed. */
export const record = async (
  { db }: Connection<EvidenceTables>,
  decision: DecisionRecord,
  at: string,
  key?: LedgerKey,
  change: (transaction: Transaction<EvidenceTables>) => Promise<unknown> = async () => undefined,
): Promise<Anchor> => {
  for (let tried = 1; ; tried++) {
    let changing = false
    try {
      return await db.transaction().execute(async (transaction) => {
        const row = rowAfter(await headOf(transaction), at, decision, key)
        changing = true
        await change(transaction)
        changing = false
        await transaction.insertInto("ledger").values(row).execute()
        return anchorAt(row)
      })
    } catch (error) {
      if (!isPassing(error, changing) || tried === attempts) throw error
      await delay(Math.random() * 5 * 2 ** tried)
    }
  }
}

export async function* ledgerRows({ db }: Connection<EvidenceTables>): AsyncIterable<LedgerRow> {
  let after = 0
  for (;;) {
    const page = await db
      .selectFrom("ledger")
      .selectAll()
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(pageSize)
      .execute()
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.seq
  }
}

/** The head and length to anchor, or the first entry at which the ledger does not hold. */
export const verifyStored = async (
  connection: Connection<EvidenceTables>,
  anchor?: Anchor,
  key?: LedgerKey,
): Promise<Result.Result<Anchor, LedgerBroken>> => {
  let held = beginning
  for await (const row of ledgerRows(connection)) {
    const next = checkRow(held, row, anchor, key)
    if (Result.isFailure(next)) return next
    held = next.success
  }
  return checkEnd(held, anchor)
}

/** The first entry says which mode the store serves; one whose first entry says nothing of the kind serves none. */
export const modeOf = async ({ db }: Connection<EvidenceTables>): Promise<string | undefined> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === "ledger")) return undefined
  const first = await db.selectFrom("ledger").selectAll().where("seq", "=", 1).executeTakeFirst()
  if (first === undefined) return undefined
  const [mode] = modes.filter((each) => first.body === canonicalJson({ mode: each }))
  return first.kind === "ledger-begun" && mode !== undefined ? mode : "no mode"
}

/** The first to open the store begins its ledger; one that opens it at the same moment finds it begun. */
export const beginLedger = async (
  { db }: Connection<EvidenceTables>,
  mode: Mode,
  at: string,
  key?: LedgerKey,
): Promise<void> => {
  const isBegun = async () => (await headOf(db)).length > 0
  if (await isBegun()) return
  const row = rowAfter(beginning, at, { kind: "ledger-begun", body: { mode } }, key)
  try {
    await db.insertInto("ledger").values(row).execute()
  } catch (error) {
    if (!(await isBegun())) throw error
  }
}
