/** What bounds show of withheld counts is compared with every filling of small random tables. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { boxKey, type JointTable } from "../../../../policy/disclosure/joint/box.ts"
import { findBounded } from "../../../../policy/disclosure/joint/find-bounded.ts"
import { jointlyKnown } from "../../../../policy/disclosure/joint/joint-audit.ts"
import { type Children, holds, tableOf, variable } from "../../../support/disclosure/joint/ledger.ts"
import { drawer } from "../../../support/disclosure/joint/random-ledger.ts"

const threshold = 3
const sequences = process.env["FULL"] === "1" ? 2_000 : 12

const ledgerOf = (seed: number) => {
  const draw = drawer(seed)
  const variables = [variable("a", 2 + Math.floor(draw() * 2)), variable("b", 2 + Math.floor(draw() * 2))]
  const atoms = Array.from({ length: variables[0]?.leaves ?? 0 }, (_, a) =>
    Array.from({ length: variables[1]?.leaves ?? 0 }, (_leaf, b) => [a, b]),
  ).flat()
  const children: Children = atoms.map((atom) => [atom, 1 + Math.floor(draw() * 4)])
  const hidden = new Map<string, boolean>()
  const isWithheld = ({ box, count }: { readonly box: Parameters<typeof boxKey>[0]; readonly count: number }) => {
    const key = boxKey(box)
    const known = hidden.get(key) ?? (count < threshold || draw() < 0.35)
    hidden.set(key, known)
    return known
  }
  const cuts = [{ rows: [0, 1] }, { rows: [draw() < 0.5 ? 0 : 1] }]
  const tables = cuts.map((cut, at) => tableOf(variables, children, { ...cut, isWithheld }, `table ${at + 1}`))
  return { variables, atoms, children, tables }
}

/** Whether some whole counts of the atoms keep every published count and reach the threshold in the box. */
const canReach = (
  atoms: readonly (readonly number[])[],
  tables: readonly JointTable[],
  most: number,
  wanted: string,
) => {
  const cells = [...new Map(tables.flatMap((table) => table.cells).map((cell) => [boxKey(cell.box), cell])).values()]
  const rows = cells.map(({ box, count, published }) => ({
    within: atoms.map((atom) => holds(box, atom)),
    ...(published ? { least: count, most: count } : { least: 1, most: Number.POSITIVE_INFINITY }),
    isWanted: boxKey(box) === wanted,
  }))
  const counts: number[] = []
  const search = (): boolean => {
    const at = counts.length
    for (const { within, ...row } of rows) {
      const sum = counts.reduce((all, count, atom) => all + (within[atom] ? count : 0), 0)
      if (sum > row.most) return false
      const isWhole = !within.some((is, atom) => is && atom >= at)
      if (isWhole && (sum < row.least || (row.isWanted && sum < threshold))) return false
    }
    if (at === atoms.length) return true
    for (let count = 0; count <= most; count++) {
      counts.push(count)
      if (search()) return true
      counts.pop()
    }
    return false
  }
  return search()
}

test(`of ${sequences} pairs of tables, exactly the counts that no filling lifts to the threshold`, {
  tags: ["small-cells-suppressed"],
  timeout: 1_800_000,
}, async () => {
  let [bounded, free] = [0, 0]
  for (let seed = 1; seed <= sequences; seed++) {
    const { variables, atoms, children, tables } = ledgerOf(seed)
    const known = jointlyKnown({ variables, tables })
    if (known === undefined) throw new Error("it is small")
    const found = await Effect.runPromise(findBounded({ variables, tables }, known, { threshold, seconds: 60 }))
    const names = new Set(found.map(({ box }) => boxKey(box)))
    const total = children.reduce((sum, [, count]) => sum + count, 0)
    const shown = new Set(
      tables.flatMap(({ cells }) => cells.filter((cell) => cell.published).map((cell) => boxKey(cell.box))),
    )
    for (const { box, count } of tables.flatMap(({ cells }) => cells)) {
      if (count >= threshold || shown.has(boxKey(box))) continue
      const isFree = canReach(atoms, tables, Math.min(total, 12), boxKey(box))
      expect(names.has(boxKey(box)), `seed ${seed}, ${boxKey(box)}`).toBe(!isFree)
      if (isFree) free += 1
      else bounded += 1
    }
  }
  expect(bounded).toBeGreaterThan(2)
  expect(free).toBeGreaterThan(2)
})
