/** Nobody who tries every possibility learns a suppressed count, on small tables where all of them can be tried; and none is refused that could be protected. */
import { describe, expect, test } from "vitest"
import type { Level } from "../../../../policy/disclosure/suppress/goals/goal.ts"
import { learntOf } from "../../../support/disclosure/suppress/attack.ts"

const tried: readonly (readonly [Level, number])[] = [
  ["exact", 3],
  ["exact", 5],
  ["witnessed", 3],
  ["witnessed", 5],
]
const many = process.env["FULL"] ? 1_000 : 25

describe("small-cells-suppressed: against every filling", { tags: ["small-cells-suppressed"] }, () => {
  test.each(tried)("%s, threshold %i", async (level, threshold) => {
    const found = []
    for (let at = 1; at <= many; at++) found.push(await learntOf(at * 7919, level, threshold))
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    expect(found.filter(({ outcome }) => outcome === "refused though it could be protected")).toEqual([])
    expect(found.filter(({ outcome }) => outcome === "protected").length).toBeGreaterThan(9)
  })
})
