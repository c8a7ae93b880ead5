/** Over any history of a collection no two tellings, and no total without its parts, give 1 to 9 children away. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { formIds } from "../../../policy/data/form-id.ts"
import { parameters } from "../../../policy/parameters.ts"
import { type LiveCounts, liveCounts, type Received } from "../../../policy/report/live-counts.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const numRuns = process.env["FULL"] === "1" ? 5_000 : 100
const { value: threshold } = parameters.threshold
const dayOf = (day: number): string => `2027-05-${String(day + 1).padStart(2, "0")}`

/** What happens on a day: children answer, or a day that is over is transferred and gone. */
const history = fc.array(
  fc.record({
    answers: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: formIds.length, maxLength: formIds.length }),
    transferred: fc.boolean(),
  }),
  { minLength: 2, maxLength: 25 },
)

const tellings = (days: ReadonlyArray<{ readonly answers: readonly number[]; readonly transferred: boolean }>) => {
  let held: Received[] = []
  return days.map(({ answers, transferred }, day) => {
    if (transferred) held = held.filter((each) => each.day !== dayOf(day - 1))
    held.push(...formIds.map((form, at) => ({ form, day: dayOf(day), responses: answers[at] ?? 0 })))
    return { told: liveCounts(held, dayOf(day)), held: [...held], today: dayOf(day) }
  })
}

const isFew = (difference: number): boolean => difference !== 0 && Math.abs(difference) < threshold
const numbersOf = ({ forms, atLeast }: LiveCounts): readonly number[] => [...forms.map((each) => each.atLeast), atLeast]

/** Every count between the shown one and the next one could be the true one. */
const least = (before: number, after: number): number => after - before - (threshold - 1)
const most = (before: number, after: number): number => after - before + (threshold - 1)

test("two refreshes differ by nothing or by the threshold at the least, whatever came and went", { tags }, () => {
  fc.assert(
    fc.property(history, (days) => {
      const all = tellings(days).map(({ told }) => numbersOf(told))
      for (const one of all)
        for (const other of all)
          for (const [at, number] of one.entries()) expect(isFew(number - (other[at] ?? 0))).toBe(false)
    }),
    { numRuns },
  )
})

test("a difference is never known to be 1 to 9: it could be more, or nothing", { tags }, () => {
  fc.assert(
    fc.property(history, (days) => {
      const all = tellings(days).map(({ told }) => told.forms.map(({ atLeast }) => atLeast))
      for (const [at, before] of all.entries())
        for (const after of all.slice(at + 1))
          for (const [form, number] of before.entries()) {
            const [low, high] = [least(number, after[form] ?? 0), most(number, after[form] ?? 0)]
            expect(low >= 1 && high < threshold).toBe(false)
          }
    }),
    { numRuns },
  )
})

test("a total without any of its parts is shown, or is zero", { tags }, () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 63 }), (days, chosen) => {
      for (const { told } of tellings(days)) {
        const parts = told.forms.reduce((sum, { atLeast }, at) => sum + ((chosen >> at) & 1) * atLeast, 0)
        expect(isFew(told.atLeast - parts)).toBe(false)
      }
    }),
    { numRuns },
  )
})

test("today is not counted: one more answer today changes nothing, and a shown count is never too high", {
  tags,
}, () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...formIds), (days, form) => {
      for (const { told, held, today } of tellings(days)) {
        expect(liveCounts([...held, { form, day: today, responses: 1 }], today)).toEqual(told)
        for (const each of told.forms) {
          const all = held.filter((one) => one.form === each.form && one.day < today)
          expect(each.atLeast).toBeLessThanOrEqual(all.reduce((sum, one) => sum + one.responses, 0))
        }
      }
    }),
    { numRuns },
  )
})

test("zero and a few look alike", { tags }, () => {
  const of = (responses: number) => liveCounts([{ form: "9-12", day: dayOf(0), responses }], dayOf(1)).forms
  expect(of(0)).toEqual(of(threshold - 1))
  expect(of(threshold)).not.toEqual(of(0))
})

test("each form is counted in whole thresholds up to yesterday, and all of them as their sum", {
  tags,
}, () => {
  const received = [
    { form: "9-12", day: dayOf(1), responses: 14 },
    { form: "9-12", day: dayOf(0), responses: 12 },
    { form: "6-8", day: dayOf(0), responses: 31 },
    { form: "6-8", day: dayOf(2), responses: 500 },
  ]
  const { upTo, forms, atLeast } = liveCounts(received, dayOf(2))
  expect(upTo).toBe(dayOf(1))
  expect(Object.fromEntries(forms.map((each) => [each.form, each.atLeast]))).toMatchObject({
    "9-12": 20,
    "6-8": 30,
    "4-5": 0,
  })
  expect(atLeast).toBe(50)
  expect(liveCounts(received, dayOf(0))).toMatchObject({ upTo: undefined, atLeast: 0 })
})
