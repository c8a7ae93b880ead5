/** Lists the objects of a database schema with their definitions, from the catalogue of each database. */
import { type Kysely, sql } from "kysely"
import type { SchemaFault } from "../../policy/facts/schema-fault.ts"

export interface SchemaObject {
  readonly kind: SchemaFault["kind"]
  readonly name: string
  readonly table: string
  readonly definition: string
  /** False for a trigger or constraint that the database does not apply. */
  readonly isOn: boolean
}

const inSqlite = sql<{ kind: SchemaObject["kind"]; name: string; table: string; definition: string | null }>`
  select type as kind, name, tbl_name as "table", sql as definition from sqlite_schema
  where name not like 'sqlite~_%' escape '~' order by 1, 2`

/** Names without their schema: each reading has its own schema first in the search path. */
const inPostgres = sql<SchemaObject>`
  with own as (
    select oid, relname, relkind, relpersistence, relrowsecurity from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f'))
  select 'table' as kind, relname as name, relname as "table",
    concat_ws(' ', relkind, relpersistence, relrowsecurity) as definition, true as "isOn" from own
  union all
  select 'column', attname, relname, concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attgenerated,
    pg_get_expr(adbin, adrelid), case attstattarget when 0 then 'without statistics' end), true
  from pg_attribute join own on own.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attnum > 0 and not attisdropped
  union all
  select 'constraint', conname, relname, concat_ws(' ', pg_get_constraintdef(pg_constraint.oid, true), convalidated),
    not exists (select 1 from pg_trigger where tgconstraint = pg_constraint.oid and tgenabled = 'D')
  from pg_constraint join own on own.oid = conrelid
  union all
  select 'trigger', tgname, relname, pg_get_triggerdef(pg_trigger.oid, true), tgenabled in ('O', 'A')
  from pg_trigger join own on own.oid = tgrelid where not tgisinternal
  union all
  select 'index', index.relname, own.relname, pg_get_indexdef(index.oid, 0, true), indisvalid
  from pg_index join own on own.oid = indrelid join pg_class as index on index.oid = indexrelid
  union all
  select 'rule', rulename, relname, pg_get_ruledef(pg_rewrite.oid, true), ev_enabled <> 'D'
  from pg_rewrite join own on own.oid = ev_class where rulename <> '_RETURN'
  union all
  select 'function', proname, coalesce((select relname from pg_trigger join own on own.oid = tgrelid
    where tgfoid = pg_proc.oid order by relname limit 1), proname), concat_ws(' ', lanname, prosecdef, prosrc), true
  from pg_proc join pg_language on pg_language.oid = prolang
  where pronamespace = current_schema()::regnamespace
    and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e')`

const collapsed = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim()

export const schemaObjectsIn = async <D>(
  db: Kysely<D>,
  dialect: "sqlite" | "postgres",
): Promise<readonly SchemaObject[]> => {
  if (dialect === "sqlite")
    return (await inSqlite.execute(db)).rows.map((row) => ({
      ...row,
      definition: collapsed(row.definition),
      isOn: true,
    }))
  return (await inPostgres.execute(db)).rows.map((row) => ({ ...row, definition: collapsed(row.definition) }))
}
