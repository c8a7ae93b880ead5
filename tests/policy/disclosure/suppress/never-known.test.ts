/** Nobody who tries every possibility learns a suppressed count, on small tables where all of them can be tried. */
import { describe, expect, test } from "vitest"
import type { Level } from "../../../../policy/disclosure/suppress/goal.ts"
import { learntOf } from "./never-known.ts"

const tried: readonly (readonly [Level, number])[] = [
  ["exact", 3],
  ["exact", 5],
  ["witnessed", 3],
  ["witnessed", 5],
]

describe("small-cells-suppressed: against every filling", { tags: ["small-cells-suppressed"] }, () => {
  test.each(tried)("%s, threshold %i", (level, threshold) => {
    const found = Array.from({ length: 40 }, (_, at) => learntOf((at + 1) * 7919, level, threshold))
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    expect(found.filter(({ outcome }) => outcome === "protected").length).toBeGreaterThan(15)
  })
})
