/** Agreement of reviewers equals examples that were worked by hand. */
import { expect, test } from "vitest"
import { alpha, kappa, type Pair, spanF1 } from "../../../policy/cleaning/agreement.ts"

const tags = ["free-text-cleaned-before-analysis" as const]
const times = (count: number, pair: Pair): readonly Pair[] => Array.from({ length: count }, () => pair)

// 20 both yes, 15 both no, 5 and 10 apart: 0.7 observed, 0.5 by chance.
const fifty = [
  ...times(20, ["yes", "yes"]),
  ...times(5, ["yes", "no"]),
  ...times(10, ["no", "yes"]),
  ...times(15, ["no", "no"]),
]

test("Cohen's kappa", { tags }, () => {
  const result = kappa(fifty)
  expect(result?.value).toBeCloseTo(0.4, 10)
  // The square root of 0.7 × 0.3 / (50 × 0.25) is 0.129615.
  expect(result?.low).toBeCloseTo(0.4 - 1.959964 * 0.129615, 5)
  expect(result?.high).toBeCloseTo(0.4 + 1.959964 * 0.129615, 5)
  expect(kappa(times(3, ["yes", "yes"]))).toBeUndefined()
  expect(kappa([])).toBeUndefined()
})

test("Krippendorff's alpha", { tags }, () => {
  // 55 and 45 of 100 labels: (55 × 54 + 45 × 44) / (100 × 99) = 0.5.
  expect(alpha(fifty)?.value).toBeCloseTo(0.4, 10)
  const four = [...times(2, ["yes", "yes"]), ["no", "no"], ["yes", "no"]] as const
  // 1 − 0.25 / (30 / 56); with one left out 4/9, 4/9, 0 and 1, so the error is 0.614260.
  expect(alpha(four)?.value).toBeCloseTo(0.533333, 6)
  expect(alpha(four)?.low).toBeCloseTo(0.533333 - 1.959964 * 0.61426, 4)
  expect(alpha(four)?.high).toBe(1)
})

test("the F1 of spans", { tags }, () => {
  const name = { start: 0, end: 5, kind: "person" } as const
  const place = { start: 10, end: 12, kind: "place" } as const
  const texts = [
    [[name, place], [name]],
    [[], []],
    [[name], [{ ...name, kind: "school" }]],
  ] as const
  // 2 × 1 shared of 5; with one left out 0, 0.4 and 2/3, so the error is 0.387457.
  expect(spanF1(texts)).toEqual({ value: 0.4, low: 0, high: 1 })
  const alike = [
    [[name], [name]],
    [[place], [place]],
  ] as const
  expect(spanF1(alike)).toEqual({ value: 1, low: 1, high: 1 })
})
