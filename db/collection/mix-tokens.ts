/** Writes the tokens that have arrived once more, in the order of their hashes and together with many earlier ones. */
import { randomBytes } from "node:crypto"
import { sql, type Transaction } from "kysely"
import type { Dialect } from "./day-tables.ts"
import type { CollectionTables } from "./schema.ts"
import { before, endOf } from "./slice.ts"

/** As many earlier tokens as there are earlier responses in a slice. */
const [fewest, most, forEach] = [5_000, 8_000, 32]

/** Drawn together: each draw costs 4 µs, however short it is. */
const points = (count: number): string => {
  const drawn = randomBytes(8 * count).toHex()
  return JSON.stringify(drawn.match(/.{16}/g))
}

/** The next hash after each random point: hashes are evenly distributed, so each has about the same chance. */
const next = {
  sqlite: (from: string) => sql`select (select hash from token where hash >= unhex(value) order by hash limit 1) as hash
    from json_each(${from})`,
  postgres: (from: string) => sql`
    select (select hash from token where hash >= decode(value, 'hex') order by hash limit 1) as hash
    from json_array_elements_text(${from}::json) as point (value)`,
}

const addEarlier = async (writing: Transaction<CollectionTables>, dialect: Dialect, arrived: number) => {
  const count = Math.min(most, Math.max(fewest, arrived * forEach))
  await sql`insert into arrived_token (hash, expires_on)
    select token.hash, token.expires_on from token
    where token.hash in (${next[dialect](points(count))})
    on conflict do nothing`.execute(writing)
}

/** The hash stays in `token` until the transaction ends, so that a token that is sent again is still recognised. */
export const mixTokens = async (
  writing: Transaction<CollectionTables>,
  dialect: Dialect,
  size: number,
): Promise<boolean> => {
  await addEarlier(writing, dialect, size)
  const end = await endOf(writing, "arrived_token", "hash", size + most)
  const slice = before("hash", end)
  await sql`delete from token where hash in (select hash from arrived_token ${slice})`.execute(writing)
  await sql`insert into token (hash, expires_on) select hash, expires_on from arrived_token ${slice} order by hash`.execute(
    writing,
  )
  await sql`delete from arrived_token ${slice}`.execute(writing)
  return end !== undefined
}
