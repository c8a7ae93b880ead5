/** Given every other set of records there is, the audit asks for more exactly where trying everything shows that some child would know. */
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { type LeafTable, leafTableOf } from "../../../../policy/disclosure/audit/leaf-table.ts"
import { unwitnessed } from "../../../../policy/disclosure/audit/witnessed.ts"
import type { Edit, Witness } from "../../../../policy/disclosure/witness.ts"
import { randomFrom } from "./tables.ts"

const threshold = 3
const ways = [2, 3].map((many, way) => ({
  leaves: Array.from({ length: many }, (_, at) => `${"ab"[way]}${at}`),
  parents: new Map<string, string>(),
}))
const leaves = [0, 1].flatMap((row) => [0, 1, 2].map((column) => [row, column] as const))

/** Every cell of every set of records that publishes the same, withheld cells being 1 or more. */
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

/** Whether somebody, or some child alone in a cell, knows a withheld count, or that a small one is small or no smaller. */
const knows = (
  { counts, published, ids, alone, leastOf }: LeafTable,
  all: readonly (readonly number[])[],
  insiders: boolean,
) => {
  const least = leastOf(1)
  const children = insiders ? new Set(alone.filter((leaf) => leaf >= 0)) : new Set<number>()
  return [-1, ...children].some((child) => {
    const possible = all.filter(
      (cells) => child < 0 || cells.every((count, cell) => alone[cell] !== child || count === 1),
    )
    return ids.some((_, cell) => {
      const count = counts[cell] ?? 0
      const isOwn = child >= 0 && alone[cell] === child
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

test.each([true, false])("of 400 small tables, insiders %s", (insider) => {
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
    const found = Effect.runSync(Effect.result(unwitnessed(table, witnesses, { threshold, lowerBound: 1, insider })))
    const isSafe = Result.isSuccess(found) && found.success.length === 0
    expect(isSafe, `seed ${seed}`).toBe(!knows(table, all, insider))
    const single = Effect.runSync(
      Effect.result(
        unwitnessed(
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
