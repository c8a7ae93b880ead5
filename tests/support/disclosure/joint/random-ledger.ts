/** Random sequences of tables over two characteristics and two items, with filters, bands and random withholding. */
import type { Factor, JointTable, JointVariable } from "../../../../policy/disclosure/joint/box.ts"
import { setOf } from "../../../../policy/disclosure/joint/category-set.ts"
import { type Children, tableOf, variable } from "./ledger.ts"

/** mulberry32: the same numbers for the same seed. */
export const drawer = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface RandomLedger {
  readonly variables: readonly JointVariable[]
  readonly children: Children
  readonly tables: readonly JointTable[]
}

export const randomLedger = (seed: number, withZeros: boolean): RandomLedger => {
  const draw = drawer(seed)
  const whole = (below: number): number => Math.floor(draw() * below)
  const banded = draw() < 0.4
  const variables = [
    banded
      ? variable("a", 4, [
          [0, 1],
          [2, 3],
        ])
      : variable("a", 2 + whole(2)),
    variable("b", 2 + whole(2)),
    variable("i", 2 + whole(2), [], true),
    variable("j", 2 + whole(2), [], true),
  ]
  const atoms = variables.reduce<readonly (readonly number[])[]>(
    (all, { leaves }) => all.flatMap((atom) => Array.from({ length: leaves }, (_, leaf) => [...atom, leaf])),
    [[]],
  )
  const children: Children = atoms.map((atom) => [atom, withZeros && draw() < 0.45 ? 0 : 1 + whole(14)])
  const withheld = new Map<string, boolean>()
  const tables = Array.from({ length: 2 + whole(4) }, (_, at) => {
    const chosen = [0, 1, 2, 3].filter(() => draw() < 0.6)
    const named = chosen.filter((each) => each !== 3 || !chosen.includes(2))
    const filters: Factor[] = []
    const rows: number[] = []
    for (const each of named) {
      const leaves = Array.from({ length: variables[each]?.leaves ?? 0 }, (_, leaf) => leaf).filter(() => draw() < 0.5)
      if (draw() < 0.3 && leaves.length > 0) filters.push({ variable: each, set: setOf(leaves) })
      else rows.push(each)
    }
    const isWithheld = ({ box }: { readonly box: readonly Factor[] }): boolean => {
      const name = box.map((factor) => `${factor.variable}:${factor.set}`).join()
      const known = withheld.get(name) ?? draw() < 0.25
      withheld.set(name, known)
      return known
    }
    return tableOf(variables, children, { rows, filters, isWithheld }, `table ${at + 1}`)
  })
  return { variables, children, tables }
}
