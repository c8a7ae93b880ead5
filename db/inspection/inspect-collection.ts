/** Inspects an open collection: its schema, and each day's sealed rows against the count that the database keeps. */
import { Effect } from "effect"
import { type Kysely, sql } from "kysely"
import { type Fact, seen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import { look } from "../../policy/facts/look.ts"
import type { SealedDay } from "../../policy/facts/sealed-day.ts"
import { dayOfTable, dayTables } from "../collection/day-tables.ts"
import type { CollectionTables } from "../collection/schema.ts"
import type { Connection } from "../connect.ts"
import type { Store } from "../store.ts"
import { schemaFaults } from "./schema-faults.ts"

export type CollectionInspection = Pick<Facts, "schema" | "sealedDays">

const counted = sql<number>`cast(count(*) as integer)`

interface Rows {
  readonly day: string
  readonly rows: number
}

const rowsIn = async (
  db: Kysely<CollectionTables>,
  dialect: Connection<never>["dialect"],
): Promise<readonly Rows[]> => {
  const unmixed = await db
    .selectFrom("response")
    .select(["day", counted.as("rows")])
    .groupBy("day")
    .execute()
  const mixed: Rows[] = []
  for (const table of await dayTables(db, dialect)) {
    const { rows } = await sql<{ rows: number }>`select ${counted} as rows from ${sql.table(table)}`.execute(db)
    mixed.push({ day: dayOfTable(table), rows: rows[0]?.rows ?? 0 })
  }
  return [...unmixed, ...mixed]
}

const sumOn = (rows: readonly Rows[], day: string): number =>
  rows.reduce((sum, each) => sum + (each.day === day ? each.rows : 0), 0)

/** In one transaction, because mixing moves rows; a short one, because a transfer waits for readers. */
const sealedDays = async ({ db, dialect }: Connection<CollectionTables>): Promise<readonly SealedDay[]> => {
  const begun = db.startTransaction()
  const reading = await (dialect === "postgres" ? begun.setIsolationLevel("repeatable read") : begun).execute()
  try {
    const rows = await rowsIn(reading, dialect)
    const tally = await reading.selectFrom("tally").select(["day", "responses as rows"]).execute()
    const shut = new Set((await reading.selectFrom("shut_day").select("day").execute()).map(({ day }) => day))
    const days = [...new Set([...rows.map(({ day }) => day), ...tally.map(({ day }) => day), ...shut])].toSorted()
    return days.map((day) => ({ day, rows: sumOn(rows, day), counted: sumOn(tally, day), isShut: shut.has(day) }))
  } finally {
    await reading.rollback().execute()
  }
}

export const inspectCollection = ({ run }: Store<CollectionTables>): Effect.Effect<CollectionInspection> =>
  Effect.all({
    schema: look(
      "the tables and triggers of the collection",
      run("schema", (here) => schemaFaults("collection", here)),
      (fact) => fact,
    ),
    sealedDays: look("the sealed responses", run("sealedDays", sealedDays), seen),
  })

/** The same facts of a collection that does not exist yet, or that could not be inspected for one reason. */
export const absentCollection: CollectionInspection = { schema: seen([]), sealedDays: seen([]) }

export const uninspectedCollection = (fact: Fact<never>): CollectionInspection => ({ schema: fact, sealedDays: fact })
