/** Compares the columns of both stores with the register on both databases, and finds every additional column. */
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { storedColumnsOf } from "../../db/stored-columns.ts"
import { assets, registerFaults } from "../../policy/dpia/assets/register.ts"
import { seen } from "../../policy/facts/fact.ts"
import { assetsRegistered } from "../../policy/rules/assets-registered.ts"
import { responsesAreAnonymousAndFinal } from "../../policy/rules/responses-are-anonymous-and-final.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { factsWith } from "../support/policy/facts.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"

const tags = ["assets-registered" as const]

type Addition = readonly [what: string, store: "collection" | "evidence", statements: string, found: string]

const generated = "alter table response add column size integer as (length(ciphertext)) virtual"
const inSqlite: readonly Addition[] = [["a generated column", "collection", generated, "collection.response.size"]]

const materialised = "create materialized view kept as select day from response"
const aside = "create schema aside; create table aside.copy (answer text)"
const inPostgres: readonly Addition[] = [
  ["a materialised view", "collection", materialised, "collection.kept.day"],
  ["a table in a schema of its own", "collection", aside, "collection.copy.answer"],
]

describe.each(engines)("the register and %s", { tags }, (engine) => {
  const migrated = async () => {
    const collectionSource = await newSource(engine)
    await opened(collectionSource)
    const evidenceSource = await newEvidenceSource(engine)
    const evidence = await openedEvidence(evidenceSource)
    const [collection, own] = [rawly(collectionSource), rawEvidence(evidenceSource)]
    const held = async () => [
      ...(await storedColumnsOf("collection", collection)),
      ...(await storedColumnsOf("evidence", own)),
    ]
    return { collection, own, evidence, held }
  }

  test("every column is declared, and every declared column exists", async () => {
    const { held } = await migrated()
    const columns = await held()
    expect(registerFaults(columns)).toEqual([])
    const declared = assets.flatMap(({ store, table, columns: named = {} }) =>
      table === undefined ? [] : Object.keys(named).map((column) => `${store}.${table}.${column}`),
    )
    expect(columns.map(({ store, table, column }) => `${store}.${table}.${column}`).sort()).toEqual(declared.sort())
  })

  test("both stores work in one database", async () => {
    const source = await newSource(engine)
    await opened(source)
    await openedEvidence(source)
    await opened(source)
    const columns = await storedColumnsOf("collection", rawly(source))
    expect(columns.some(({ table }) => table === "response") && columns.some(({ table }) => table === "ledger")).toBe(
      true,
    )
  })

  const additions: readonly Addition[] = [
    ["a column", "collection", "alter table response add column email text", "collection.response.email"],
    ["a moment of receipt", "collection", "alter table response add column at text", "collection.response.at"],
    ["a column of the ledger", "evidence", "alter table ledger add column note text", "evidence.ledger.note"],
    ["a table", "collection", "create table visitor (address text)", "collection.visitor.address"],
    ["a view", "evidence", "create view who as select person from member", "evidence.who.person"],
    ["a copy", "collection", "create table backup as select key from response", "collection.backup.key"],
    ...(engine === "sqlite" ? inSqlite : inPostgres),
  ]

  test(`an additional column is found in each of: ${additions.map(([what]) => what).join(", ")}`, async () => {
    const { collection, own, held } = await migrated()
    const known: string[] = []
    for (const [what, store, statements, found] of additions) {
      for (const statement of statements.split("; "))
        await (store === "collection" ? sql.raw(statement).execute(collection.db) : sql.raw(statement).execute(own.db))
      known.push(`${found} is stored, and no asset declares it`)
      expect(registerFaults(await held()).toSorted(), what).toEqual(known.toSorted())
    }
  })

  test("the audit upholds the stores as they are, and is broken by an additional column", {
    tags: ["responses-are-anonymous-and-final"],
  }, async () => {
    const { collection, evidence } = await migrated()
    const verdicts = async () => {
      const columns = [
        ...(await storedColumnsOf("collection", collection)),
        ...(await Effect.runPromise(evidence.columns)),
      ]
      const facts = factsWith({ columns: seen(columns) })
      return [assetsRegistered, responsesAreAnonymousAndFinal].map(({ audit }) => audit(facts).status)
    }
    expect(await verdicts()).toEqual(["upheld", "upheld"])
    await sql.raw("alter table response add column at text").execute(collection.db)
    expect(await verdicts()).toEqual(["broken", "broken"])
  })
})
