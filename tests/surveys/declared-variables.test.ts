/** Every response has one leaf of each base variable, in which all its variables agree. */
import { expect, test } from "vitest"
import { setOf } from "../../policy/disclosure/joint/category-set.ts"
import { declaredVariables, declaredWith } from "../../surveys/variables/declared-variables.ts"
import { variableNamed, variables } from "../../surveys/variables/variables.ts"
import { heldSamples } from "../support/drawn-columns.ts"

const { bases, variables: declared } = declaredVariables

test("every variable but the codes of a register is declared, with each of its categories", () => {
  expect(declared.map(({ name }) => name).toSorted()).toEqual(
    variables.flatMap(({ name, coded }) => (coded ? [] : [name])).toSorted(),
  )
  for (const { name, base, categories } of declared) {
    const known = variableNamed(name)
    expect(categories.map(({ key }) => key)).toEqual(known?.categories.map(({ key }) => key))
    const all = categories.flatMap(({ leaves }) => leaves)
    expect(new Set(all).size, name).toBe(all.length)
    expect(all.length, name).toBe(bases[base]?.leaves)
  }
})

test("the categories of each response meet in a leaf of every base variable", () => {
  for (const held of heldSamples(300, 7))
    for (const base of bases.keys()) {
      const shared = declared
        .filter((each) => each.base === base)
        .map(({ name, categories }) => {
          const key = variableNamed(name)?.categoryOf(held)
          return setOf(categories.find((each) => each.key === key)?.leaves ?? [])
        })
        .reduce((all, set) => all & set)
      expect(shared, bases[base]?.name).not.toBe(0n)
    }
})

test("the local authorities of a register lie within their regions, and a region of none holds itself", () => {
  const places = [
    { code: "E09000007", name: "Camden", region: "E12000007" },
    { code: "E06000001", name: "Hartlepool", region: "E12000001" },
  ]
  const { bases: based, variables: all } = declaredWith(places)
  const leavesOf = (name: string, key: string): readonly number[] =>
    all.find((each) => each.name === name)?.categories.find((each) => each.key === key)?.leaves ?? []
  const [camden = -1] = leavesOf("local-authority", "E09000007")
  expect(leavesOf("region", "E12000007")).toContain(camden)
  expect(leavesOf("region", "E12000001")).not.toContain(camden)
  expect(leavesOf("country", "england")).toContain(camden)
  expect(leavesOf("region", "E12000002")).toHaveLength(1)
  const region = all.find(({ name }) => name === "region")
  expect(region?.categories.flatMap(({ leaves }) => leaves).length).toBe(based[region?.base ?? 0]?.leaves)
})
