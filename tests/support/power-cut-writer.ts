/** Appends groups until the store is unavailable, and prints after each how many responses are acknowledged. */
import { sql } from "kysely"
import { append } from "../../db/collection/append.ts"
import { migrate } from "../../db/collection/migrations/migrate.ts"
import type { CollectionTables } from "../../db/collection/schema.ts"
import { connect } from "../../db/connect.ts"
import { arrival } from "./arrival.ts"

const [file = "", ...pragmas] = process.argv.slice(2)
const connection = connect<CollectionTables>({ dialect: "sqlite", file })
await migrate(connection)
for (const pragma of pragmas) await sql.raw(`pragma ${pragma}`).execute(connection.db)

const size = 64
for (let acknowledged = 0; ; ) {
  const group = Array.from({ length: size }, (_, index) => arrival(`${acknowledged + index}`))
  const outcomes = await append(connection, group, "2026-11-29")
  if (outcomes.includes("unavailable")) break
  acknowledged += size
  process.stdout.write(`${acknowledged}\n`)
}
