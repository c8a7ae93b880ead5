/** Near copies of a response share a part of it, honest responses do not, and free text changes nothing. */
import { describe, expect, test } from "vitest"
import { sharedParts } from "../../policy/response/alikeness.ts"
import type { Unsealed } from "../../policy/response/stage.ts"
import { matchedSamples } from "../support/transfer.ts"

const response = (answers: object): Unsealed =>
  ({ form: "9-12", answers, geography: "not-asked" }) as unknown as Unsealed
const choices = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`question-${at}`, "yes"]))
const isAlike = (one: Unsealed, other: Unsealed) => sharedParts(one).some((part) => sharedParts(other).includes(part))

describe("two responses are alike", () => {
  const original = response(choices)
  test("when they differ in one answer, wherever it is", () => {
    for (const key of Object.keys(choices))
      expect(isAlike(original, response({ ...choices, [key]: "no" })), key).toBe(true)
  })
  test("whatever was written, and whatever row of a grid is changed", () => {
    const grid = { family: "happy", school: "okay", places: "sad", health: "okay" }
    const one = response({ ...choices, grid, wish: { text: "a" }, support: ["teacher", { other: "my nan" }] })
    const other = response({ ...choices, grid: { ...grid, school: "sad" }, wish: { text: "b" }, support: ["teacher"] })
    expect(isAlike(one, other)).toBe(true)
  })
  test("not when they differ everywhere, or belong to two forms", () => {
    const all = Object.fromEntries(Object.keys(choices).map((key, at) => [key, at % 2 ? "yes" : "no"]))
    expect(isAlike(original, response(all))).toBe(false)
    expect(isAlike(original, { ...original, form: "13-17" })).toBe(false)
  })
})

test("a response with few answers has no part that tells anything", () => {
  expect(sharedParts(response(Object.fromEntries(Object.entries(choices).slice(0, 9))))).toEqual([])
  const declined = Object.fromEntries(Object.keys(choices).map((key) => [key, "prefer-not-to-say"]))
  expect(sharedParts(response(declined))).toEqual([])
})

test("among honest responses nearly none are alike", () => {
  const seen = new Set<string>()
  let alike = 0
  for (const each of matchedSamples(3_000, 11)) {
    const parts = sharedParts(each)
    if (parts.some((part) => seen.has(part))) alike += 1
    for (const part of parts) seen.add(part)
  }
  expect(seen.size).toBeGreaterThan(3_000)
  expect(alike).toBeLessThanOrEqual(3)
})
