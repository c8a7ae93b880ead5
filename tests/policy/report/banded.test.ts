/** No count of responses from 1 to 9 can be read from the report, or distinguished from another one. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { banded } from "../../../policy/banded.ts"
import { parameters } from "../../../policy/parameters.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { forms } from "../../../surveys/forms.ts"
import { made } from "../../support/policy/report/made.ts"

const small = fc.integer({ min: 1, max: parameters.threshold.value - 1 })
const counts = fc.tuple(...forms.map(() => fc.oneof(small, fc.integer({ min: 0, max: 2_000_000 }))))

const told = (held: readonly number[]): string => {
  const store = {
    read: true as const,
    held: forms.map(({ id }, at) => ({ form: id, answers: banded(held[at] ?? 0) })),
  }
  const report = made({ store })
  return `${reportHtml(report)}\n${canonicalJson(report)}`
}

test("a band names no number under the threshold, and holds its count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (count) => {
      const words = banded(count)
      const [from, to] = [...words.matchAll(/[\d,]+/g)].map(([digits]) => Number(digits.replaceAll(",", "")))
      if (count === 0) expect(words).toBe("none")
      else if (count < 10) expect(words).toBe("fewer than 10")
      else {
        expect(from).toBeGreaterThanOrEqual(10)
        expect(from).toBeLessThanOrEqual(count)
        expect(to).toBeGreaterThanOrEqual(count)
        expect((to ?? 0) - (from ?? 0)).toBeGreaterThanOrEqual(9)
      }
    }),
    { numRuns: 5_000 },
  )
})

test("bands are ten wide below a thousand, and a hundred from there on", () => {
  expect([9, 10, 999, 1000, 1099, 1100].map(banded)).toEqual([
    "fewer than 10",
    "10 to 19",
    "990 to 999",
    "1,000 to 1,099",
    "1,000 to 1,099",
    "1,100 to 1,199",
  ])
})

test("two stores that differ in small counts alone make the same report, byte for byte", () => {
  fc.assert(
    fc.property(counts, fc.array(small, { minLength: forms.length, maxLength: forms.length }), (held, others) => {
      const isSmall = (count: number): boolean => count > 0 && count < parameters.threshold.value
      const other = held.map((count, at) => (isSmall(count) ? (others[at] ?? 1) : count))
      expect(told(other)).toBe(told(held))
    }),
    { numRuns: 25 },
  )
})

test("the table of data held contains bands and no other count", () => {
  const table = /Answers held in[\s\S]*?<\/table>/.exec(told([1, 2, 3, 9, 10, 1234]))?.[0] ?? ""
  const cells = [...table.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, words]) => words)
  expect(cells).toEqual([
    "fewer than 10",
    "fewer than 10",
    "fewer than 10",
    "fewer than 10",
    "10 to 19",
    "1,200 to 1,299",
  ])
})
