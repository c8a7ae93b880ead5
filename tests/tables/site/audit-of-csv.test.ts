/** A reader can audit the CSV of a released table as it is, and the tables of these tests are safe. */
import { assert, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import fc from "fast-check"
import { audit } from "../../../policy/disclosure/audit/audit.ts"
import { readMarkedTables } from "../../../policy/disclosure/audit/marked-tables.ts"
import { parameters } from "../../../policy/parameters.ts"
import type { ProposedTable } from "../../../policy/release/table.ts"
import { addressesOf } from "../../../src/tables/site/address.ts"
import { releasedCsv } from "../../../src/tables/site/files.ts"
import { byAge, byAgeAndRegion, byHope, released, tableOf } from "../../support/tables/site/released-tables.ts"

const attacker = { threshold: parameters.threshold.value, lowerBound: 1 }

const verdictOn = Effect.fnUntraced(function* (proposed: ProposedTable) {
  const table = yield* Effect.promise(() => released(proposed))
  const rows: readonly (readonly string[])[] = parse(releasedCsv(table))
  return (yield* audit(yield* readMarkedTables([{ name: addressesOf(table).csv, rows }], attacker))).verdict
})

for (const table of [byHope, byAge, byAgeAndRegion])
  it.effect(`finds ${table.title} safe`, () =>
    Effect.map(verdictOn(table), (verdict) => assert.strictEqual(verdict, "safe")),
  )

const total = "Total"
const leaves = fc.array(fc.record({ count: fc.nat(60), published: fc.boolean() }), { minLength: 6, maxLength: 6 })

/** Two hopes, three ages and their sums, the first dimension called as the column of percentages is. */
const summed = (counts: readonly { readonly count: number; readonly published: boolean }[]): ProposedTable => {
  const dimensions = [
    { name: "percent", categories: ["10", "20", total] },
    { name: "Age", categories: ["4", "5", "6", total] },
  ]
  return tableOf("T", dimensions, ([hope = "", age = ""]) => {
    const within = counts.filter(
      (_, at) =>
        [total, dimensions[0]?.categories[Math.floor(at / 3)]].includes(hope) &&
        [total, dimensions[1]?.categories[at % 3]].includes(age),
    )
    const isSum = hope === total || age === total
    const count = within.reduce((sum, each) => sum + each.count, 0)
    const isSmall = count > 0 && count < attacker.threshold
    return { count, published: !isSmall && (isSum || within.every(({ published }) => published)) }
  })
}

it.effect("reads every table that adds up: no percentage of ours is refused", () =>
  Effect.promise(() =>
    fc.assert(
      fc.asyncProperty(leaves, async (counts) => {
        const table = await released(summed(counts))
        const rows: readonly (readonly string[])[] = parse(releasedCsv(table))
        const { cells } = await Effect.runPromise(readMarkedTables([{ name: "t.csv", rows }], attacker))
        assert.strictEqual(cells.size, 12)
      }),
      { numRuns: 60 },
    ),
  ),
)

it.effect("finds one withheld count alone unsafe, as it should", () =>
  Effect.gen(function* () {
    const cells = byHope.cells.map((cell) => (cell.count === 17 ? { ...cell, published: true } : cell))
    assert.strictEqual(yield* verdictOn({ ...byHope, cells }), "unsafe")
  }),
)
