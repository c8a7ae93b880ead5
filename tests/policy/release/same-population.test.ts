/** Cells of several tables are one where they are of the same records and their names do not say otherwise; tables are alike where no name hides that. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { audit } from "../../../policy/disclosure/audit/audit.ts"
import { linkTables } from "../../../policy/disclosure/audit/link-tables.ts"
import { haveEqualSubsets } from "../../../policy/disclosure/subset-sum.ts"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import { isSamePopulation } from "../../../policy/release/same-population.ts"
import { type Counted, draftOf } from "../../support/policy/release.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const genders = ["girl", "boy"] as const
const counts: Readonly<Record<string, readonly [girls: number, boys: number]>> = {
  "6": [60, 0],
  "7": [50, 40],
  "8": [45, 55],
  "9": [30, 35],
  "10": [25, 20],
}
const of = (age: string, gender: string): number => counts[age]?.[gender === "girl" ? 0 : 1] ?? 0

/** Ages together under a name, by gender. */
const byAge = (name: string, ages: Readonly<Record<string, readonly string[]>>, withheld?: Counted["withheld"]) => {
  const parts: NonNullable<Counted["parts"]> = ([group = "", gender = ""]) =>
    (ages[group] ?? []).map((age) => [`${age} ${gender}`, of(age, gender)])
  const count: Counted["count"] = (labels) => parts(labels).reduce((sum, [, each]) => sum + each, 0)
  const categories = { [name]: Object.keys(ages), Gender: genders }
  return releaseCandidate(draftOf({ title: name, categories, count, parts, ...(withheld && { withheld }) }))
}
const single = Object.fromEntries(Object.keys(counts).map((age) => [age, [age]]))
const plain = byAge("Age", single)

describe("two tables, one with a withheld zero", { tags }, () => {
  test("are alike as they are, and not where one recodes what the other has, even if no two of their cells are the same", () => {
    expect(isSamePopulation(plain, byAge("Age", single))).toBe(true)
    expect(isSamePopulation(plain, byAge("Band", { odd: ["7", "9"], even: ["6", "8", "10"] }))).toBe(false)
    expect(isSamePopulation(plain, byAge("Age", { odd: ["7", "9"], even: ["6", "8", "10"] }))).toBe(false)
  })

  test("are not alike where one withholds that nobody at all is in a category, which a filter by it would tell", () => {
    const girls = (isHidden: boolean) => {
      const count: Counted["count"] = ([age = "", gender = ""]) => (gender === "girl" ? of(age, gender) : 0)
      const withheld: Counted["withheld"] = ([age = "", gender = ""]) =>
        isHidden && gender !== "Total" && (age === "Total" || age === "6")
      const categories = { Age: Object.keys(counts), Gender: genders }
      return releaseCandidate(draftOf({ title: "Girls", categories, count, withheld }))
    }
    expect(isSamePopulation(girls(false), girls(false))).toBe(true)
    expect(isSamePopulation(girls(false), girls(true))).toBe(false)
  })

  test("are not alike where either does not say how many there are in all", () => {
    const { facts } = plain
    const unsummed = releaseCandidate({
      ...facts,
      cells: facts.cells.filter(({ labels }) => labels.join() !== "Total,Total"),
    })
    expect([isSamePopulation(plain, unsummed), isSamePopulation(unsummed, plain)]).toEqual([false, false])
  })

  test("are looked through as far as can be, and no further", () => {
    const keys = Array.from({ length: 21 }, (_, at) => 3n ** BigInt(at))
    const all = keys.reduce((sum, key) => sum + key)
    const [first = 0n, second = 0n] = keys
    expect(haveEqualSubsets(keys.slice(0, 3), [first + second, 9n])).toBe(true)
    expect(haveEqualSubsets(keys.slice(0, 3), [2n, 11n])).toBe(false)
    expect(haveEqualSubsets(keys, [all - 2n, 2n])).toBe("too many")
    expect(haveEqualSubsets(keys, [all])).toBe(false)
  })
})

describe("cells of several tables", { tags }, () => {
  const cell = (id: string, key: bigint, count: number, published = true) => ({ id, key, count, published })
  test("hold at least the knowledge of either table", async () => {
    const table = (id: string, other: string) => ({
      id,
      relations: [[`all ${id}`, "shared", other]] as const,
      cells: [cell(`all ${id}`, 30n, 30), cell("shared", 20n, 20, false), cell(other, 10n, 10, false)],
    })
    const tables = [table("one", "a"), table("two", "b")]
    const terms = { threshold: null, attacker: { lowerBound: 0, integer: true } }
    const leastIn = ({ id }: { readonly id: string }): number => (id === "two" ? 1 : 0)
    const found = await Effect.runPromise(audit(linkTables(tables, { ...terms, leastIn })))
    expect(found.cells["one: shared"]?.integer).toEqual([1, 29])
    const without = await Effect.runPromise(audit(linkTables(tables, terms)))
    expect(without.cells["one: shared"]?.integer).toEqual([0, 30])
  })
})
