/** The cases by which released tables were once made to give a child away, each with its right answer. */
import { describe, expect, test } from "vitest"
import {
  type Box,
  boxKey,
  type Factor,
  type JointTable,
  type JointVariable,
} from "../../../../policy/disclosure/joint/box.ts"
import { setOf } from "../../../../policy/disclosure/joint/category-set.ts"
import { groupOf } from "../../../../policy/disclosure/joint/cross.ts"
import type { Leak } from "../../../../policy/disclosure/joint/find-leaks.ts"
import { jointAudit } from "../../../../policy/disclosure/joint/joint-audit.ts"
import { type Children, type Cut, tableOf, variable } from "../../../support/disclosure/joint/ledger.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]

const of = (at: number, ...leaves: readonly number[]): Factor => ({ variable: at, set: setOf(leaves) })

const audited = (variables: readonly JointVariable[], tables: readonly JointTable[]) => {
  const verdict = jointAudit({ variables, tables }, { threshold: 10 })
  if (verdict === undefined) throw new Error("a case is small")
  const countOf = (box: Box): number | undefined => {
    for (const { cross, follows, counts } of verdict.known.crosses) {
      const group = groupOf(cross, box)
      if (group >= 0 && follows[group] === 1) return counts[group]
    }
    return undefined
  }
  return { leaks: verdict.leaks, countOf }
}

const built = (variables: readonly JointVariable[], children: Children, cuts: readonly Cut[]) =>
  audited(
    variables,
    cuts.map((cut, at) => tableOf(variables, children, cut, `table ${at + 1}`)),
  )

const boxes = (leaks: readonly Leak[]): readonly string[] => leaks.map(({ box }) => boxKey(box))

const hides =
  (...hidden: readonly Box[]) =>
  ({ box }: { readonly box: Box }): boolean =>
    hidden.some((each) => boxKey(each) === boxKey(box))

const flat = (counts: readonly (readonly number[])[]): Children =>
  counts.flatMap((row, at) => row.map((count, across) => [[at, across], count] as const))

describe("tables together", { tags }, () => {
  const ageGender = [variable("age", 4), variable("gender", 2)]
  const children = flat([
    [40, 35],
    [5, 38],
    [42, 37],
    [44, 41],
  ])
  const ten: Box = [of(0, 1), of(1, 0)]
  const whole: Cut = {
    rows: [0, 1],
    isWithheld: hides(ten, [of(0, 1), of(1, 1)], [of(0, 2), of(1, 0)], [of(0, 2), of(1, 1)]),
  }

  test("A: a filter of three of four ages gives the girls of the fourth", () => {
    expect(built(ageGender, children, [whole])).toMatchObject({ leaks: [] })
    const cuts = [whole, { rows: [1], filters: [of(0, 0, 2, 3)] }]
    for (const order of [cuts, cuts.toReversed()]) {
      const { leaks, countOf } = built(ageGender, children, order)
      expect(countOf(ten)).toBe(5)
      expect(boxes(leaks)).toContain(boxKey(ten))
    }
  })

  test("B: three of four regions by filter give the fourth, in every order of release", () => {
    const variables = [variable("region", 4), variable("age", 3), variable("gender", 2)]
    const all: Children = [0, 1, 2, 3].flatMap((region) =>
      [0, 1, 2].flatMap((age) =>
        [0, 1].map((gender) => {
          const count = region === 3 && age === 1 && gender === 0 ? 5 : 40 + 7 * region + 3 * age + gender
          return [[region, age, gender], count] as const
        }),
      ),
    )
    const cuts: readonly Cut[] = [{ rows: [1, 2] }, ...[0, 1, 2].map((at) => ({ rows: [1, 2], filters: [of(0, at)] }))]
    const last: Box = [of(0, 3), of(1, 1), of(2, 0)]
    expect(built(variables, all, cuts).countOf(last)).toBe(5)
    const found = [cuts, cuts.toReversed(), [...cuts.slice(2), ...cuts.slice(0, 2)]].map((order) =>
      boxes(built(variables, all, order).leaks),
    )
    expect(found[0]).toContain(boxKey(last))
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
    expect(built(variables, all, cuts.slice(0, 3)).leaks).toEqual([])
  })

  test("C: what a filter leaves out is small, though no table shows or withholds it", () => {
    const variables = [variable("gender", 2), variable("flag", 2), variable("age", 3)]
    const all: Children = [0, 1].flatMap((gender) =>
      [0, 1, 2].flatMap((age) => [[[gender, 0, age], gender === 0 ? 79 : 60] as const, [[gender, 1, age], 1] as const]),
    )
    const { countOf, leaks } = built(variables, all, [{ rows: [0] }, { rows: [2], filters: [of(0, 0), of(1, 0)] }])
    expect(countOf([of(0, 0), of(1, 1)])).toBe(3)
    expect(boxes(leaks)).toContain(boxKey([of(0, 0), of(1, 1)]))
  })

  test("D: four tables of one way, and no three of them", () => {
    const variables = [variable("age", 2), variable("gender", 2), variable("region", 2)]
    const all: Children = [
      ...(
        [
          [0, 0, 5],
          [0, 1, 58],
          [1, 0, 40],
          [1, 1, 45],
        ] as const
      ).map(([a, g, n]) => [[a, g, 0], n] as const),
      ...(
        [
          [0, 0, 22],
          [0, 1, 30],
          [1, 0, 30],
          [1, 1, 60],
        ] as const
      ).map(([a, g, n]) => [[a, g, 1], n] as const),
    ]
    const cuts: readonly Cut[] = [
      { rows: [0] },
      { rows: [0], filters: [of(2, 1)] },
      { rows: [0], filters: [of(1, 1)] },
      { rows: [0], filters: [of(1, 1), of(2, 1)] },
    ]
    const girls: Box = [of(0, 0), of(1, 0), of(2, 0)]
    expect(built(variables, all, cuts).countOf(girls)).toBe(5)
    for (const at of cuts.keys()) expect(built(variables, all, cuts.toSpliced(at, 1)).countOf(girls)).toBeUndefined()
  })

  test("K: the answers to an item add up to a characteristic that another table withholds", () => {
    const variables = [variable("age", 3), variable("hope", 2, [], true)]
    const all = flat([
      [20, 30],
      [4, 3],
      [50, 11],
    ])
    const seven: Box = [of(0, 1)]
    const none: Cut = { rows: [0], isWithheld: hides(seven, [of(0, 0)]) }
    const items: JointTable = {
      id: "items",
      cells: [0, 1].map((hope) => ({
        box: [of(0, 0), of(1, hope)],
        count: hope === 0 ? 20 : 30,
        published: true,
        key: BigInt(hope + 1),
      })),
    }
    const first = tableOf(variables, all, none)
    expect(audited(variables, [first]).countOf(seven)).toBeUndefined()
    const { countOf, leaks } = audited(variables, [first, items])
    expect(countOf(seven)).toBe(7)
    expect(boxes(leaks)).toContain(boxKey(seven))
  })

  test("a filter of three ages leaks before the whole table and after it, and disjoint regions are let through", () => {
    const variables = [variable("region", 9), variable("gender", 4)]
    const all = flat(Array.from({ length: 9 }, (_, region) => [40 + region, 50 + 2 * region, 12 + region, 30 - region]))
    const cuts = Array.from({ length: 9 }, (_, region): Cut => ({ rows: [1], filters: [of(0, region)] }))
    for (let at = 2; at <= 9; at++) expect(built(variables, all, cuts.slice(0, at)).leaks).toEqual([])
  })
})

describe("known zeros", { tags }, () => {
  test("a staircase: each zero gives the next cell, down to a small one", () => {
    const variables = [variable("a", 3), variable("b", 3)]
    const all = flat([
      [12, 0, 0],
      [15, 14, 0],
      [0, 16, 4],
    ])
    const isWithheld: Cut["isWithheld"] = ({ box, count }) => box.length === 2 && count > 0
    const { countOf } = built(variables, all, [{ rows: [0, 1], isWithheld }])
    expect(countOf([of(0, 2), of(1, 2)])).toBe(4)
  })

  test("two items: where one has a single possible answer, a group of both follows, and so does everybody's answer", () => {
    const variables = [variable("age", 2), variable("hope", 2, [], true), variable("mind", 2, [], true)]
    const all: Children = [
      [[0, 0, 0], 14],
      [[0, 0, 1], 30],
      [[1, 0, 0], 20],
      [[1, 1, 1], 40],
      [[1, 0, 1], 15],
    ]
    const cuts: readonly Cut[] = [{ rows: [1] }, { rows: [0, 2] }, { rows: [1], filters: [of(0, 1)] }]
    const both: Box = [of(0, 0), of(1, 0), of(2, 0)]
    expect(built(variables, all, cuts.slice(0, 2))).toMatchObject({ leaks: [] })
    const { countOf, leaks } = built(variables, all, cuts)
    expect(countOf(both)).toBe(14)
    expect(leaks).toContainEqual({ kind: "one-answer", box: [of(0, 0)], variable: 1 })
  })

  test("a zero that one table withholds and another gives away is a leak", () => {
    const variables = [variable("age", 2), variable("hope", 3)]
    const all = flat([
      [0, 30, 20],
      [40, 50, 60],
    ])
    const hidden: Box = [of(0, 0), of(1, 0)]
    const first: Cut = {
      rows: [0, 1],
      isWithheld: ({ box }) => box.length === 2 && boxKey(box) !== boxKey([of(0, 1), of(1, 2)]),
    }
    const second: Cut = { rows: [1], filters: [of(0, 1)] }
    expect(built(variables, all, [first]).leaks).toEqual([])
    expect(built(variables, all, [first, second]).leaks).toContainEqual({ kind: "hidden-zero", box: hidden })
  })
})

describe("who knows more, and sums that are no cell", { tags }, () => {
  test("a child alone in a cell learns the 9 next to it on a line of 10", () => {
    const variables = [variable("age", 4)]
    const line: Children = [
      [[0], 1],
      [[1], 9],
      [[2], 40],
      [[3], 50],
    ]
    const { leaks } = built(variables, line, [{ rows: [0] }])
    expect(leaks).toEqual([{ kind: "insider", box: [of(0, 1)], alone: [of(0, 0)] }])
    const apart: Children = [
      [[0], 1],
      [[1], 9],
      [[2], 40],
      [[3], 50],
    ]
    expect(built(variables, apart, [{ rows: [0], isWithheld: ({ box }) => box.length > 0 }]).leaks).toEqual([])
  })

  test("two cells that are withheld together are small together", () => {
    const variables = [variable("age", 4)]
    const line: Children = [
      [[0], 3],
      [[1], 4],
      [[2], 40],
      [[3], 50],
    ]
    const { leaks } = built(variables, line, [{ rows: [0] }])
    expect(leaks.map(({ kind }) => kind)).toContain("rest")
  })

  test("a published whole less a published part of it", () => {
    const variables = [variable("age", 5), variable("gender", 5)]
    const all: Children = [
      [[0, 0], 240],
      [[1, 1], 1],
      [[2, 2], 2],
    ]
    const leaf = ({ box, count }: { readonly box: Box; readonly count: number }): boolean =>
      box.length > 0 && count < 240
    const { leaks } = built(variables, all, [
      { rows: [], isWithheld: leaf },
      { rows: [0], filters: [of(1, 0)], isWithheld: leaf },
    ])
    expect(leaks.map(({ kind }) => kind)).toContain("difference")
  })
})
