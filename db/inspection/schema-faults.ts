/** Compares the schema of a store with the one that its migrations make: dropped, altered, added and switched-off objects. */
import { type Kysely, sql } from "kysely"
import type { Store } from "../../policy/data/asset.ts"
import { type Fact, seen, unseen } from "../../policy/facts/fact.ts"
import type { SchemaFault } from "../../policy/facts/schema-fault.ts"
import { isDayTable } from "../collection/day-tables.ts"
import type { Connection } from "../connect.ts"
import { expectedSchema, migrationNames } from "./expected-schema.ts"
import { type SchemaObject, schemaObjectsIn } from "./schema-object.ts"

const bookkeeping = { collection: "kysely_migration", evidence: "evidence_migration" } as const

/** Kysely makes the tables of bookkeeping; the register of assets names their columns. */
const isBookkeeping = ({ table }: SchemaObject): boolean =>
  Object.values(bookkeeping).some((name) => table === name || table === `${name}_lock`)

const idOf = ({ kind, name, table }: SchemaObject): string => `${kind} ${table} ${name}`

/** An audit speaks of the table of any day as of `response`. */
const faultOf = (store: Store, { kind, name, table }: SchemaObject, is: SchemaFault["is"]): SchemaFault => ({
  ...{ store, kind, name, is },
  table: isDayTable(table) ? "response" : table,
})

export const compareSchema = (
  store: Store,
  expected: { readonly own: readonly SchemaObject[]; readonly known: readonly SchemaObject[] },
  actual: readonly SchemaObject[],
): readonly SchemaFault[] => {
  const here = new Map(actual.map((object) => [idOf(object), object]))
  const known = new Set(expected.known.map(idOf))
  const goneTables = new Set(
    expected.own.filter((object) => object.kind === "table" && !here.has(idOf(object))).map(({ name }) => name),
  )
  const lost = expected.own.flatMap((object): readonly SchemaFault[] => {
    const stored = here.get(idOf(object))
    // A table that is gone takes all that belongs to it along.
    if (stored === undefined)
      return object.kind !== "table" && goneTables.has(object.table) ? [] : [faultOf(store, object, "missing")]
    if (stored.definition !== object.definition) return [faultOf(store, object, "altered")]
    return stored.isOn || !object.isOn ? [] : [faultOf(store, object, "switched off")]
  })
  const added = actual.filter((object) => !known.has(idOf(object)) && !isBookkeeping(object))
  return [...lost, ...added.map((object) => faultOf(store, object, "unknown"))]
}

const migrationsIn = async <D>(db: Kysely<D>, store: Store): Promise<readonly string[]> =>
  (await sql<{ name: string }>`select name from ${sql.table(bookkeeping[store])} order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )

/** A store of another version of the code has another schema, and is not compared with this one. */
export const schemaFaults = async <D>(
  store: Store,
  { db, dialect }: Connection<D>,
): Promise<Fact<readonly SchemaFault[]>> => {
  const run = await migrationsIn(db, store)
  if (run.join() !== migrationNames(store).toSorted().join())
    return unseen(`another version of the code made the ${store}, so its schema was not compared`)
  const actual = await schemaObjectsIn(db, dialect)
  const dayTables = actual.filter(({ kind, name }) => kind === "table" && isDayTable(name)).map(({ name }) => name)
  const ofThisStore = store === "collection" ? dayTables : []
  return seen(compareSchema(store, await expectedSchema(db, dialect, store, ofThisStore), actual))
}
