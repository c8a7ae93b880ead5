/** Shows that with all possible records as witnesses, the audit lacks a witness exactly where brute force finds that some child would know. */
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { type LeafTable, leafTableOf } from "../../../../policy/disclosure/audit/leaf-table.ts"
import { findUnwitnessed } from "../../../../policy/disclosure/audit/witnessed.ts"
import type { Edit, Witness } from "../../../../policy/disclosure/witness.ts"
import { randomFrom } from "../../../support/disclosure/audit/random-publication.ts"

const threshold = 3
const ways = [2, 3].map((many, way) => ({
  leaves: Array.from({ length: many }, (_, at) => `${"ab"[way]}${at}`),
  parents: new Map<string, string>(),
}))
const leaves = [0, 1].flatMap((row) => [0, 1, 2].map((column) => [row, column] as const))

/** The cells of every set of records that publishes the same, with withheld cells of at least 1. */
const fillings = ({ counts, published, cellsOf, ids }: LeafTable): readonly (readonly number[])[] => {
  const found: (readonly number[])[] = []
  const total = counts.at(-1) ?? 0
  const go = (at: number, cells: readonly number[]): void => {
    const leaf = leaves[at]
    if (leaf === undefined) {
      if (ids.every((_, cell) => (published[cell] ? cells[cell] === counts[cell] : (cells[cell] ?? 0) >= 1)))
        found.push(cells)
      return
    }
    const own = cellsOf(leaf) ?? []
    const fixed = published[own[0] ?? 0] ? (counts[own[0] ?? 0] ?? 0) : undefined
    for (let value = fixed ?? 1; value <= (fixed ?? total); value++) {
      const next = cells.map((count, cell) => (own.includes(cell) ? count + value : count))
      if (own.every((cell) => !published[cell] || (next[cell] ?? 0) <= (counts[cell] ?? 0))) go(at + 1, next)
    }
  }
  go(
    0,
    ids.map(() => 0),
  )
  return found
}

const editsTo = ({ counts, cellsOf }: LeafTable, filling: readonly number[]): readonly Edit[] => {
  const lost: (readonly number[])[] = []
  const won: (readonly number[])[] = []
  for (const leaf of leaves) {
    const cell = cellsOf(leaf)?.[0] ?? 0
    const by = (filling[cell] ?? 0) - (counts[cell] ?? 0)
    for (let each = 0; each < Math.abs(by); each++) (by > 0 ? won : lost).push(leaf)
  }
  return won.map((to, at) => ({ from: lost[at] ?? to, to, count: 1 }))
}

/** Tests whether anyone, or a singleton, knows a withheld count, or that a small count is small or cannot be smaller. */
const knows = (
  { counts, published, ids, singletonLeaf, knownMinimum }: LeafTable,
  all: readonly (readonly number[])[],
  insiders: boolean,
) => {
  const least = knownMinimum(1)
  const children = insiders ? new Set(singletonLeaf.filter((leaf) => leaf >= 0)) : new Set<number>()
  return [-1, ...children].some((child) => {
    const possible = all.filter(
      (cells) => child < 0 || cells.every((count, cell) => singletonLeaf[cell] !== child || count === 1),
    )
    return ids.some((_, cell) => {
      const count = counts[cell] ?? 0
      const isOwn = child >= 0 && singletonLeaf[cell] === child
      if (published[cell] || isOwn) return false
      const values = possible.map((cells) => cells[cell] ?? 0)
      if (values.every((value) => value === count)) return true
      if (count >= threshold) return false
      const canBeLess = count > Math.max(1, least[cell] ?? 0)
      return Math.max(...values) < threshold || (canBeLess && Math.min(...values) === count)
    })
  })
}

const drawn = (seed: number) => {
  const random = randomFrom(seed)
  const counts = leaves.map((leaf) => ({ leaf, count: Math.floor(random() * random() * 5) }))
  const whole = Effect.runSync(leafTableOf(ways, counts, () => true))
  const withheld = new Set(whole.ids.filter((_, at) => (whole.counts[at] ?? 0) > 0 && random() < 0.8))
  for (const [at, id] of whole.ids.entries())
    if ((whole.counts[at] ?? 0) > 0 && (whole.counts[at] ?? 0) < threshold) withheld.add(id)
  withheld.delete("Total|Total")
  return Effect.runSync(leafTableOf(ways, counts, (id) => !withheld.has(id)))
}

test.each([true, false])("the audit agrees with brute force on 400 small tables, with insiders: %s", (insider) => {
  const tally = { safe: 0, unsafe: 0, crowds: 0 }
  for (let seed = 1; seed <= 400; seed++) {
    const table = drawn(seed)
    const { counts, published, ids } = table
    const all = fillings(table)
    if (all.length > 400) continue
    const witnesses: readonly Witness[] = all.flatMap((filling) => {
      const edits = editsTo(table, filling)
      return ids.flatMap((cell, at) => {
        const becomes = filling[at] ?? 0
        return published[at] || becomes === counts[at] ? [] : [{ cell, becomes, edits }]
      })
    })
    const found = Effect.runSync(
      Effect.result(findUnwitnessed(table, witnesses, { threshold, lowerBound: 1, insider })),
    )
    const isSafe = Result.isSuccess(found) && found.success.length === 0
    expect(isSafe, `seed ${seed}`).toBe(!knows(table, all, insider))
    const single = Effect.runSync(
      Effect.result(
        findUnwitnessed(
          table,
          witnesses.filter(({ cell }, at) => witnesses.findIndex((each) => each.cell === cell) === at),
          { threshold, lowerBound: 1, insider },
        ),
      ),
    )
    if (isSafe && witnesses.length > 0) tally.safe++
    if (!isSafe) tally.unsafe++
    if (isSafe && Result.isFailure(single)) tally.crowds++
  }
  expect(tally.safe).toBeGreaterThan(10)
  expect(tally.unsafe).toBeGreaterThan(30)
  if (insider) expect(tally.crowds).toBeGreaterThan(0)
})
