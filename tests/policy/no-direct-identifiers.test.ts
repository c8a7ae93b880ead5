/** Nothing that names, dates or locates a child can be asked, sent or kept. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { sql } from "kysely"
import type { StoredColumn } from "../../policy/data/asset.ts"
import { identifyingKeys } from "../../policy/data/identifying-key.ts"
import { seen } from "../../policy/facts/fact.ts"
import { noDirectIdentifiers } from "../../policy/rules/no-direct-identifiers.ts"
import { forms } from "../../surveys/forms.ts"
import { arrival } from "../support/arrival.ts"
import { refused } from "../support/policy/admission.ts"
import { audit, withQuestion } from "../support/policy/audit.ts"
import { factsWith } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"

const tags = ["no-direct-identifiers" as const]

describe("does not compile", { tags }, () => {
  it("as a key, as a category, or hidden in a union of categories", () => {
    expect(breachesOf("no-direct-identifiers")).toEqual(
      expect.arrayContaining([
        "name-key",
        "nickname-key",
        "date-of-birth-category",
        "email-category",
        "union-category",
      ]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect.each(identifyingKeys)("sent next to the answers as %s, and neither key nor value is repeated", (key) =>
    Effect.gen(function* () {
      const refusal = yield* refused("9-12", { hopes: ["job"], [key]: "Rosalind" })
      assert.strictEqual(refusal._tag, "NotUnderstood")
      assert.isFalse(Object.hasOwn(refusal, "question"))
      assert.notInclude(JSON.stringify(refusal), "Rosalind")
    }),
  )
})

describe.each(engines)("is refused by %s", { tags }, (engine) => {
  const said = ["Rosalind", "ZZ1 1AB", "rosalind@example.org", '{"name":"Rosalind"}']

  it("a name, an address or a postcode in any other column of a response, or a token", async () => {
    const source = await newSource(engine)
    const collection = await opened(source)
    await collection.append([arrival("a")], "2026-11-29")
    const { db } = rawly(source)
    const [row] = await db.selectFrom("response").selectAll().execute()
    const [token] = await db.selectFrom("token").selectAll().execute()
    if (row === undefined || token === undefined) return assert.fail("nothing was stored")
    const written =
      engine === "sqlite"
        ? [...said, ...said.map((words) => Buffer.from(words))]
        : said.map((words) => Buffer.from(words))
    for (const words of written) {
      for (const column of Object.keys(row)) {
        const named = { ...row, key: new Uint8Array(16), [column]: words }
        await expect(db.insertInto("response").values(named).execute(), column).rejects.toThrow()
      }
      for (const column of Object.keys(token)) {
        const named = { ...token, hash: new Uint8Array(32), [column]: words }
        await expect(db.insertInto("token").values(named).execute(), column).rejects.toThrow()
      }
    }
    await expect(sql`update deployment set mode = 'Rosalind'`.execute(db)).rejects.toThrow()
    expect(await db.selectFrom("response").selectAll().execute()).toHaveLength(1)
  })
})

describe("audit", { tags }, () => {
  const column = (name: string, table = "response") => ({ store: "collection" as const, table, column: name })
  const held = [column("key"), column("day"), column("ciphertext"), column("name", "kysely_migration")]
  const verdictOf = (columns: readonly StoredColumn[]) =>
    noDirectIdentifiers.audit(factsWith({ forms: seen(forms), columns: seen(columns) }))

  it("tells of what kind the columns are that are held", () => {
    const verdict = verdictOf(held)
    assert.strictEqual(verdict.status, "upheld")
    assert.include(JSON.stringify(verdict), "4 columns: day-of-receipt, random-key, schema-history, sealed-answers")
    assert.include(JSON.stringify(audit(noDirectIdentifiers)), "this test gives none")
  })

  it.for(["email", "first_name", "date_of_birth", "nhs_number"])("broken by a column %s", (name) => {
    const verdict = verdictOf([...held, column(name)])
    assert.strictEqual(verdict.status, "broken")
    assert.include(JSON.stringify(verdict), `collection.response.${name}`)
  })

  it("upheld by the six forms", () => {
    const { status } = audit(noDirectIdentifiers)
    assert.strictEqual(status, "upheld")
  })

  it.for([{ key: "surname" }, { category: "nhs-number" }])("broken by a question with %o", (change) => {
    const { status } = audit(noDirectIdentifiers, withQuestion("13-17", "hope-most", change))
    assert.strictEqual(status, "broken")
  })
})
