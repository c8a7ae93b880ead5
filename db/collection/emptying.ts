/** Reads and removes sealed responses, wherever mixing has put them, and stops new ones. */
import { sql } from "kysely"
import type { CollectionState } from "../../policy/custody/collection.ts"
import { chunksOf } from "../chunks.ts"
import type { Connection } from "../connect.ts"
import { dayTableOf, dayTables, dropDayTable, type Reading } from "./day-tables.ts"
import { emptyLog } from "./empty-log.ts"
import { mix } from "./mix.ts"
import type { CollectionTables, ResponseTable } from "./schema.ts"

type Here = Connection<CollectionTables>

const columns = sql.raw("key, day, form, encapsulated, nonce, ciphertext")

const hasTable = async (db: Reading, dialect: Here["dialect"], day: string): Promise<boolean> =>
  (await dayTables(db, dialect)).includes(dayTableOf(day))

/** Reads one day in the order of the keys: those that were mixed, and those that wait for it. */
export const sealedOf = async (
  { db, dialect }: Here,
  day: string,
  after: Uint8Array,
  most: number,
): Promise<readonly ResponseTable[]> => {
  const mixed = (await hasTable(db, dialect, day))
    ? sql`union all select ${columns} from (select ${columns} from ${sql.table(dayTableOf(day))}
        where key > ${after} order by key limit ${most}) as mixed`
    : sql``
  const { rows } = await sql<ResponseTable>`select ${columns} from (
      select ${columns} from response where day = ${day} and key > ${after} ${mixed}) as sealed
    order by key limit ${most}`.execute(db)
  return rows
}

const keysPerStatement = 1_000

/** Removes responses of one day from the store and from its counts. */
export const removeResponses = ({ db, dialect }: Here, day: string, keys: readonly Uint8Array[]): Promise<void> =>
  db.transaction().execute(async (writing) => {
    const tables = ["response", ...((await hasTable(writing, dialect, day)) ? [dayTableOf(day)] : [])]
    const removed = new Map<string, number>()
    for (const chunk of chunksOf(keys, keysPerStatement))
      for (const table of tables) {
        const { rows } = await sql<{ form: string }>`delete from ${sql.table(table)}
          where day = ${day} and key in (${sql.join(chunk)}) returning form`.execute(writing)
        for (const { form } of rows) removed.set(form, (removed.get(form) ?? 0) + 1)
      }
    for (const [form, count] of [...removed].sort())
      await sql`update tally set responses = case when responses > ${count} then responses - ${count} else 0 end
        where day = ${day} and form = ${form}`.execute(writing)
  })

/** Milliseconds that a transfer waits for readers of the log. */
const patience = 5_000

/** False if another connection still reads removed rows: the log was not emptied. */
export const clearLog = (here: Here): Promise<boolean> => emptyLog(here, patience)

/** Drops the table of an empty day, which overwrites it. False if the day is not empty, or the log still shows it. */
export const clearDay = async (here: Here, day: string): Promise<boolean> => {
  const isEmpty = await here.db.transaction().execute(async (writing) => {
    await writing.deleteFrom("tally").where("day", "=", day).where("responses", "=", 0).execute()
    if ((await sealedOf({ ...here, db: writing }, day, new Uint8Array(), 1)).length > 0) return false
    await writing.deleteFrom("tally").where("day", "=", day).execute()
    await dropDayTable(writing, day)
    return true
  })
  return isEmpty && clearLog(here)
}

/** Mixes what has arrived of the day as well: from then on its rows are in no table but its own. */
export const shutDay = async (here: Here, day: string): Promise<void> => {
  const { db, dialect } = here
  await db.transaction().execute(async (transaction) => {
    // Waits for inserts that have already passed the check; SQLite has only one writer at a time.
    if (dialect === "postgres") await sql`lock table response in share row exclusive mode`.execute(transaction)
    await transaction
      .insertInto("shut_day")
      .values({ day })
      .onConflict((conflict) => conflict.column("day").doNothing())
      .execute()
  })
  await mix(here)
}

export type Closing = Extract<CollectionState, { readonly state: "closing" }>

export const beginClosing = ({ db, dialect }: Here, { facts: { closingOn } }: Closing): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    // Waits for inserts that have already passed the check; SQLite has only one writer at a time.
    if (dialect === "postgres") await sql`lock table response in share row exclusive mode`.execute(transaction)
    await transaction
      .insertInto("closing")
      .values({ id: 1, since: closingOn })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute()
  })

export const isClosing = async ({ db }: Here): Promise<boolean> =>
  (await db.selectFrom("closing").select("since").executeTakeFirst()) !== undefined
