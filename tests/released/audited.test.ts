/** Whoever takes the CSV of a released table can audit it as it is, and the tables of these tests are safe. */
import { assert, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import { audit } from "../../policy/disclosure/audit/audit.ts"
import { publicationOf } from "../../policy/disclosure/audit/marked-tables.ts"
import type { ProposedTable } from "../../policy/disclosure/table.ts"
import { parameters } from "../../policy/parameters.ts"
import { addressesOf } from "../../src/released/address.ts"
import { releasedCsv } from "../../src/released/csv.ts"
import { byAge, byAgeAndRegion, byHope, released } from "./made.ts"

const attacker = { threshold: parameters.threshold.value, lowerBound: 1 }

const verdictOn = Effect.fnUntraced(function* (proposed: ProposedTable) {
  const table = yield* Effect.promise(() => released(proposed))
  const rows: readonly (readonly string[])[] = parse(releasedCsv(table))
  return (yield* audit(yield* publicationOf([{ name: addressesOf(table).csv, rows }], attacker))).verdict
})

for (const table of [byHope, byAge, byAgeAndRegion])
  it.effect(`finds ${table.title} safe`, () =>
    Effect.map(verdictOn(table), (verdict) => assert.strictEqual(verdict, "safe")),
  )

it.effect("finds one withheld count alone unsafe, as it should", () =>
  Effect.gen(function* () {
    const cells = byHope.cells.map((cell) => (cell.count === 17 ? { ...cell, published: true } : cell))
    assert.strictEqual(yield* verdictOn({ ...byHope, cells }), "unsafe")
  }),
)
