/** Whatever is held is declared whole; what nobody declared is found by name. */
import { assert, describe, expect, it } from "@effect/vitest"
import { extractCategories } from "../../policy/custody/extract-draft.ts"
import { type Asset, type AssetDraft, assetKinds, type StoredColumn } from "../../policy/data/asset.ts"
import { assets, registerFaults } from "../../policy/dpia/assets/register.ts"
import { seen } from "../../policy/facts/fact.ts"
import { assetsRegistered } from "../../policy/rules/assets-registered.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["assets-registered" as const]

const held: readonly StoredColumn[] = assets.flatMap(({ store, table, columns = {} }) =>
  store === undefined || table === undefined ? [] : Object.keys(columns).map((column) => ({ store, table, column })),
)

describe("does not compile", { tags }, () => {
  it("without owner, place, retention or contents, with an undeclared category, with answers kept for ever", () => {
    expect(breachesOf("assets-registered")).toEqual(
      expect.arrayContaining([
        "no-owner",
        "no-location",
        "no-retention",
        "no-categories",
        "undeclared-category",
        "answers-for-ever",
      ]),
    )
  })
})

const [whole] = assets.filter(({ id }) => id === "collection-responses")

describe("is refused", { tags }, () => {
  const changed = (change: object): AssetDraft => ({ ...(whole as Asset), ...change })
  it.each([
    ["no owner", { owner: undefined }, "has no owner"],
    ["an owner that the DPIA does not name", { owner: "somebody" }, "has no owner"],
    ["nowhere", { location: undefined }, "has no location"],
    ["no retention", { retention: undefined }, "has no retention"],
    ["no contents", { categories: [], columns: {} }, "has no data categories"],
    ["an unknown category", { categories: ["everything"], columns: {} }, "has an unknown category"],
    ["a column it does not declare", { columns: { age: "age" } }, "age holds age, which"],
    ["answers for ever", { retention: "indefinitely" }, "keeps sealed-answers for ever"],
    ["answers for the project's life", { retention: "life-of-the-project" }, "keeps sealed-answers for ever"],
    ["no known kind", { kind: "thing" }, "has an unknown kind"],
  ] as const)("%s", (_, change, said) => {
    const faults = registerFaults([], [changed(change)])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(said)
  })

  it.each([
    ["a column more", { store: "collection", table: "response", column: "email" }],
    ["a table more", { store: "collection", table: "visitor", column: "id" }],
    ["a declared table in the wrong store", { store: "evidence", table: "response", column: "key" }],
    ["a column named as an object's own", { store: "collection", table: "response", column: "constructor" }],
  ] as const)("%s", (_, column) => {
    expect(registerFaults([...held, column])).toEqual([
      `${column.store}.${column.table}.${column.column} is stored, and no asset declares it`,
    ])
  })
})

describe("is let through", { tags }, () => {
  it("the register has every kind of asset, and each id once", () => {
    expect(registerFaults(held)).toEqual([])
    expect(new Set(assets.map(({ kind }) => kind))).toEqual(new Set(assetKinds))
    expect(new Set(assets.map(({ id }) => id)).size).toBe(assets.length)
  })

  it("the declared content of a store equals the declared content of its tables", () => {
    for (const store of ["collection", "evidence"] as const) {
      const tables = assets.filter((asset) => asset.store === store).flatMap(({ categories }) => categories)
      const [whole] = assets.filter(({ id }) => id === store)
      expect([...new Set(tables)].filter((category) => !whole?.categories.includes(category))).toEqual([])
    }
  })

  it("an extract is declared with what an extract may hold, and no more", () => {
    const [extract] = assets.filter(({ kind }) => kind === "extract")
    expect([...(extract?.categories ?? [])].sort()).toEqual([...extractCategories].sort())
  })
})

describe("audit", { tags }, () => {
  const verdict = (columns: readonly StoredColumn[]) => assetsRegistered.audit(factsWith({ columns: seen(columns) }))

  it("it is not checked without an open store, upheld by the declared columns, and broken by one more", () => {
    assert.strictEqual(assetsRegistered.audit(nothingSeen).status, "not checked")
    assert.strictEqual(verdict(held).status, "upheld")
    const broken = verdict([...held, { store: "collection", table: "response", column: "email" }])
    assert.strictEqual(broken.status, "broken")
    assert.include(JSON.stringify(broken), "collection.response.email")
  })
})
