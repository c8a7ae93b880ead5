/** Mixes what has arrived among the earlier responses of its day, so that nothing stored shows when a response came, or with which token. */
import { setImmediate as nextTurn } from "node:timers/promises"
import { sql, type Transaction } from "kysely"
import type { Connection } from "../connect.ts"
import { failureOf } from "../failure.ts"
import { type Dialect, dayTableOf, dayTables, makeDayTable } from "./day-tables.ts"
import { mixTokens } from "./mix-tokens.ts"
import type { CollectionTables } from "./schema.ts"
import { keysOf, newKey, rowsPerShelf, shelvesOf, someOf } from "./shelves.ts"
import { before, endOf } from "./slice.ts"

type Writing = Transaction<CollectionTables>

/** Earlier responses that are mixed with each new one, unless very many arrive at once. */
const earlierForEach = 32
const [fewestShelves, mostShelves] = [10, 16]
const [smallestSlice, largestSlice] = [250, 5_000]
const slices = 10
const attempts = 5

const inSlice = (end: Uint8Array | undefined) => (end === undefined ? sql`` : sql`and key < ${end}`)

const row = sql.raw("day, form, encapsulated, nonce, ciphertext")

/** PostgreSQL's own randomness: 16 bytes; a key takes the first two and the last eight. */
const chance = { sqlite: sql``, postgres: sql`uuid_send(gen_random_uuid()) as chance, ` }

const mixDay = async (
  writing: Writing,
  dialect: Dialect,
  day: string,
  arrived: number,
  end: Uint8Array | undefined,
) => {
  if (!(await dayTables(writing, dialect)).includes(dayTableOf(day))) await makeDayTable(writing, dialect, day)
  const table = sql.table(dayTableOf(day))
  const shelves = await shelvesOf(writing, dialect, day)
  const wanted = Math.ceil((arrived * earlierForEach) / rowsPerShelf)
  const taken = someOf(shelves, Math.min(mostShelves, Math.max(fewestShelves, wanted))).map(keysOf)
  const earlier = taken.map(
    ([first, last]) => sql`union all select ${row} from ${table} where key between ${first} and ${last}`,
  )
  const key = newKey(dialect, shelves.next, arrived + taken.length * rowsPerShelf)
  await sql`insert into ${table} (key, day, form, encapsulated, nonce, ciphertext)
    with taken as materialized (select ${chance[dialect]}${row} from (
      select ${row} from response where day = ${day} ${inSlice(end)} ${sql.join(earlier, sql` `)}) as mixed),
    placed as materialized (select ${key} as key, ${row} from taken)
    select key, ${row} from placed order by key`.execute(writing)
  for (const [first, last] of taken)
    await sql`delete from ${table} where key between ${first} and ${last}`.execute(writing)
}

/** Without a condition SQLite clears a table by whole pages, and overwrites each with zeros. */
const mixSlice = async (writing: Writing, dialect: Dialect, size: number): Promise<boolean> => {
  // The first statement writes, so that no other writer can come in between on SQLite.
  await sql`delete from arrived_token where hash is null`.execute(writing)
  const end = await endOf(writing, "response", "key", size)
  const { rows } = await sql<{ day: string; arrived: number }>`
    select day, cast(count(*) as integer) as arrived from response ${before("key", end)} group by day`.execute(writing)
  for (const { day, arrived } of rows) await mixDay(writing, dialect, day, arrived, end)
  await sql`delete from response ${before("key", end)}`.execute(writing)
  return (await mixTokens(writing, dialect, size)) || end !== undefined
}

const attemptSlice = async ({ db, dialect }: Connection<CollectionTables>, size: number): Promise<boolean> => {
  const transaction = dialect === "postgres" ? db.transaction().setIsolationLevel("repeatable read") : db.transaction()
  for (let tried = 1; ; tried++)
    try {
      return await transaction.execute((writing) => mixSlice(writing, dialect, size))
    } catch (error) {
      if (failureOf(error) !== "conflict" || tried === attempts) throw error
    }
}

/** Large enough that a few slices are enough, and small enough that arriving responses do not wait for long. */
const sliceOf = async ({ db }: Connection<CollectionTables>): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`select cast(count(*) as integer) as waiting
    from (select 1 from arrived_token limit ${largestSlice * slices}) as counted`.execute(db)
  return Math.min(largestSlice, Math.max(smallestSlice, Math.ceil((rows[0]?.waiting ?? 0) / slices)))
}

const hasArrived = async ({ db }: Connection<CollectionTables>): Promise<boolean> => {
  const { rows } = await sql`select 1 from response limit 1`.execute(db)
  const tokens = await sql`select 1 from arrived_token limit 1`.execute(db)
  return rows.length + tokens.rows.length > 0
}

/** Each slice is one transaction: an interruption loses nothing and doubles nothing. False if nothing had arrived. */
export const mix = async (connection: Connection<CollectionTables>): Promise<boolean> => {
  if (!(await hasArrived(connection))) return false
  const size = await sliceOf(connection)
  while (await attemptSlice(connection, size)) await nextTurn()
  return true
}
