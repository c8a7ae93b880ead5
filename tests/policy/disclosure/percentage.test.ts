/** Shows that a percentage is whole, and withheld exactly if its numerator, complement or denominator is small. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { percentageOf } from "../../../policy/disclosure/percentage.ts"

const outcome = (numerator: number, denominator: number, threshold = 10) => {
  const result = Effect.runSync(Effect.result(percentageOf({ numerator, denominator }, threshold)))
  return Result.isSuccess(result) ? result.success : result.failure.reason
}

describe("small-cells-suppressed: percentages", { tags: ["small-cells-suppressed"] }, () => {
  test("are withheld or correct for every numerator and denominator up to 60", () => {
    const isSmall = (count: number): boolean => count >= 1 && count <= 9
    for (let denominator = 1; denominator <= 60; denominator++)
      for (let numerator = 0; numerator <= denominator; numerator++) {
        const isAnySmall = isSmall(numerator) || isSmall(denominator - numerator) || isSmall(denominator)
        const percentage = outcome(numerator, denominator)
        if (isAnySmall) expect(percentage).toBe("[c]")
        else expect(Math.abs(Number(percentage) - (100 * numerator) / denominator)).toBeLessThanOrEqual(0.5)
        if (!isAnySmall) expect(Number.isInteger(percentage)).toBe(true)
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
  ])("of %i in %i with threshold %i are %s", (numerator, denominator, threshold, percentage) => {
    expect(outcome(numerator, denominator, threshold)).toBe(percentage)
  })

  test("are refused for anything but whole counts with the numerator within the denominator", () => {
    for (const [numerator, denominator] of [
      [11, 10],
      [-1, 10],
      [1.5, 10],
      [Number.NaN, 10],
      [10, Number.POSITIVE_INFINITY],
    ] as const)
      expect(outcome(numerator, denominator)).toContain("whole counts")
    expect(outcome(20, 40, 1)).toContain("threshold")
  })
})
