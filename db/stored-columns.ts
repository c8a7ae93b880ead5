/** Lists every column that a database has, including generated ones and those of views, from the database's own catalogue. */
import { sql } from "kysely"
import type { Store, StoredColumn } from "../policy/data/asset.ts"
import { isDayTable } from "./collection/day-tables.ts"
import type { Connection } from "./connect.ts"

const sqlite = sql<{ table: string; column: string }>`
  select held.name as "table", info.name as "column"
  from sqlite_master as held join pragma_table_xinfo(held.name) as info
  where held.type in ('table', 'view') and held.name not like 'sqlite~_%' escape '~'
  order by 1, 2`

const postgres = sql<{ table: string; column: string }>`
  select held.relname as "table", attribute.attname as "column"
  from pg_attribute as attribute
    join pg_class as held on held.oid = attribute.attrelid
    join pg_namespace as space on space.oid = held.relnamespace
  where held.relkind in ('r', 'p', 'v', 'm', 'f') and attribute.attnum > 0 and not attribute.attisdropped
    and space.nspname not in ('pg_catalog', 'information_schema') and space.nspname not like 'pg_toast%'
  order by 1, 2`

export const storedColumnsOf = async <D>(
  store: Store,
  { db, dialect }: Connection<D>,
): Promise<readonly StoredColumn[]> => {
  const { rows } = await (dialect === "sqlite" ? sqlite : postgres).execute(db)
  const columns = rows.map(({ table, column }) => ({ store, table: isDayTable(table) ? "response" : table, column }))
  const seen = new Set<string>()
  return columns.filter(({ table, column }) => !seen.has(`${table}.${column}`) && seen.add(`${table}.${column}`))
}
