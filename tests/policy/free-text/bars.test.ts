/** Holds the detector to its bars, on fewer texts than `npm run bench -- free-text`; FULL measures as many. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { measureAccuracy } from "../../../bench/free-text/accuracy.ts"
import { measureFuzz } from "../../../bench/free-text/fuzz.ts"
import { percent, wilson } from "../../../bench/free-text/share.ts"
import { hostileTexts, slowest } from "../../../bench/free-text/worst-case.ts"
import { readDetector, readTableTexts } from "../../../db/free-text/read-detector.ts"

const detector = await Effect.runPromise(readDetector)
const isFull = process.env["FULL"] !== undefined
const { bars } = measureAccuracy(
  detector,
  readTableTexts(),
  isFull ? { times: 12, names: 3000 } : { times: 5, names: 1000 },
)

describe("on texts that the training never sees", { tags: ["free-text-cleaned-before-analysis"] }, () => {
  test.each(bars.map((bar) => [bar.what, bar] as const))("%s", (_, { found, wanted, held }) => {
    expect(held, `${found.toFixed(2)}, wanted ${wanted}`).toBe(true)
  })

  const fuzz = measureFuzz(detector, isFull ? 1000 : 100, isFull ? 10_000 : 2000)
  test.each(fuzz.bars.map((bar) => [bar.what, bar] as const))("%s", (_, { found, wanted, held }) => {
    expect(held, `${found.toFixed(2)}, wanted ${wanted}`).toBe(true)
  })
})

test("no recogniser takes more time for each sign of a longer hostile text", () => {
  expect(hostileTexts.length).toBeGreaterThan(30)
  // 50 ms on a quiet machine; others may be using this one.
  expect(slowest().filter(({ ms }) => ms > 250)).toEqual([])
})

test("an interval is Wilson's", () => {
  const [from, to] = wilson({ hits: 7, count: 50 })
  expect(from).toBeCloseTo(6.95083, 4)
  expect(to).toBeCloseTo(26.18619, 4)
  expect(percent({ hits: 7, count: 50 })).toBe(14)
})
