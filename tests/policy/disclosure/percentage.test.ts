/** A percentage is whole, and withheld exactly where its numerator, complement or denominator is of 1 to one less than the threshold. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { percentageOf } from "../../../policy/disclosure/percentage.ts"

const shown = (numerator: number, denominator: number, threshold = 10) => {
  const found = Effect.runSync(Effect.result(percentageOf({ numerator, denominator }, threshold)))
  return Result.isSuccess(found) ? found.success : found.failure.reason
}

describe("small-cells-suppressed: percentages", { tags: ["small-cells-suppressed"] }, () => {
  test("of every part of every whole up to 60", () => {
    const isFew = (count: number): boolean => count >= 1 && count <= 9
    for (let denominator = 1; denominator <= 60; denominator++)
      for (let numerator = 0; numerator <= denominator; numerator++) {
        const few = isFew(numerator) || isFew(denominator - numerator) || isFew(denominator)
        const given = shown(numerator, denominator)
        if (few) expect(given).toBe("[c]")
        else expect(Math.abs(Number(given) - (100 * numerator) / denominator)).toBeLessThanOrEqual(0.5)
        if (!few) expect(Number.isInteger(given)).toBe(true)
      }
  })

  test.each([
    [1, 8, 2, "[c]"],
    [0, 40, 10, 0],
    [40, 40, 10, 100],
    [25, 200, 10, 13],
    [0, 0, 10, "[z]"],
    [0, 9, 10, "[c]"],
    [199_990, 200_000, 10, 100],
    [199_991, 200_000, 10, "[c]"],
  ])("%i of %i, threshold %i: %s", (numerator, denominator, threshold, given) => {
    expect(shown(numerator, denominator, threshold)).toBe(given)
  })

  test("of what are no counts, or parts greater than the whole, is refused", () => {
    for (const [numerator, denominator] of [
      [11, 10],
      [-1, 10],
      [1.5, 10],
      [Number.NaN, 10],
      [10, Number.POSITIVE_INFINITY],
    ] as const)
      expect(shown(numerator, denominator)).toContain("of whole numbers")
    expect(shown(20, 40, 1)).toContain("threshold")
  })
})
