/** Stores a decision and its change in one transaction, and verifies the ledger page by page. */
import { setTimeout as delay } from "node:timers/promises"
import { Result } from "effect"
import type { Transaction } from "kysely"
import { type Mode, modes } from "../../policy/data/mode.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
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
} from "../../policy/record/ledger.ts"
import type { Connection } from "../connect.ts"
import { failureOf } from "../failure.ts"
import type { EvidenceTables } from "./schema.ts"

const attempts = 8
const pageSize = 500

/** After a conflict the entry is made again. A refused change is not retried: it would be refused again. */
const isRetriable = (error: unknown, changing: boolean): boolean => {
  const failure = failureOf(error)
  return failure === "conflict" || failure === "busy" || (failure === "refused" && !changing)
}

const headOf = async (db: Transaction<EvidenceTables> | Connection<EvidenceTables>["db"]): Promise<Anchor> => {
  const last = await db.selectFrom("ledger").selectAll().orderBy("seq", "desc").limit(1).executeTakeFirst()
  return last === undefined ? beginning : anchorAt(last)
}

/** `change` runs in the same transaction: if one of the two fails, neither is stored. */
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
      if (!isRetriable(error, changing) || tried === attempts) throw error
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

/** Returns the head and length for an anchor, or the first entry that breaks the chain. */
export const verifyStored = async (
  connection: Connection<EvidenceTables>,
  anchor?: Anchor,
  key?: LedgerKey,
): Promise<Result.Result<Anchor, LedgerBroken>> => {
  let head = beginning
  for await (const row of ledgerRows(connection)) {
    const next = checkRow(head, row, anchor, key)
    if (Result.isFailure(next)) return next
    head = next.success
  }
  return checkEnd(head, anchor)
}

/** Reads the mode from the first entry; `no mode` if that entry is not a valid beginning. */
export const modeOf = async ({ db }: Connection<EvidenceTables>): Promise<string | undefined> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === "ledger")) return undefined
  const first = await db.selectFrom("ledger").selectAll().where("seq", "=", 1).executeTakeFirst()
  if (first === undefined) return undefined
  const [mode] = modes.filter((each) => first.body === canonicalJson({ mode: each }))
  return first.kind === "ledger-begun" && mode !== undefined ? mode : "no mode"
}

/** The first process to open the store begins the ledger; another at the same moment finds it begun. */
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
