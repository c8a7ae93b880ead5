/** The joint audit finds exactly what elimination over every combination of leaves finds, with and without zeros. */
import { describe, expect, test } from "vitest"
import { groupBox } from "../../../../policy/disclosure/joint/cross.ts"
import { jointlyKnown } from "../../../../policy/disclosure/joint/joint-audit.ts"
import { bruteForce } from "../../../support/disclosure/joint/brute-force.ts"
import { type RandomLedger, randomLedger } from "../../../support/disclosure/joint/random-ledger.ts"

const sequences = process.env["FULL"] === "1" ? 10_000 : 30

interface Compared {
  readonly groups: number
  readonly following: number
  readonly differences: readonly string[]
}

const compare = ({ variables, tables }: RandomLedger, mostTogether: number): Compared => {
  const known = jointlyKnown({ variables, tables }, { mostTogether })
  if (known === undefined || !known.isConsistent) throw new Error("the ledger of a test is read")
  let [groups, following] = [0, 0]
  const differences: string[] = []
  for (const { cross, follows, counts } of known.crosses) {
    const boxes = Array.from({ length: cross.size }, (_, group) => groupBox(cross, group))
    const right = bruteForce(variables, tables, boxes)
    for (const [group, count] of right.entries()) {
      const found = follows[group] === 1 ? counts[group] : undefined
      groups += 1
      following += count === undefined ? 0 : 1
      if (found !== count) differences.push(JSON.stringify([boxes[group]?.map(String), found, count]))
    }
  }
  return { groups, following, differences }
}

describe.each([
  ["without zeros, by the crosses of its tables", false, 0],
  ["without zeros, by one cross", false, 1e9],
  ["with zeros", true, 1e9],
])("random ledgers %s", (_, withZeros, mostTogether) => {
  test(`of ${sequences} sequences none differs in any group`, {
    tags: ["small-cells-suppressed"],
    timeout: 900_000,
  }, () => {
    let [groups, following] = [0, 0]
    for (let seed = 1; seed <= sequences; seed++) {
      const compared = compare(randomLedger(seed, withZeros), mostTogether)
      expect(compared.differences, `seed ${seed}`).toEqual([])
      groups += compared.groups
      following += compared.following
    }
    expect(following).toBeGreaterThan(groups / 10)
    expect(following).toBeLessThan(groups)
  })
})
