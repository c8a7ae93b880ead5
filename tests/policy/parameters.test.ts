/** Every number that a promise turns on says what it is, from when, and on whose word; and the code uses that number. */
import { describe, expect, test } from "vitest"
import { band } from "../../db/collection/band.ts"
import { daysAhead } from "../../db/keys/day-keys.ts"
import { banded } from "../../policy/banded.ts"
import { isCivilDate } from "../../policy/civil-day.ts"
import { publicTask } from "../../policy/data/lawful-basis.ts"
import { quoteFinder } from "../../policy/dpia/document/version.ts"
import type { Parameter } from "../../policy/parameters.ts"
import { parameters } from "../../policy/parameters.ts"
import { substantialPublicInterest } from "../../surveys/characteristics/condition.ts"
import { documentOrSkip } from "../support/policy/dpia/document.ts"

const named: ReadonlyArray<readonly [string, Parameter<unknown>]> = Object.entries(parameters)
const authority = /DPIA section [1-6]|\(F\d\d(, F\d\d)*\)|UK GDPR Art \d+|DPA 2018 s\d+/

/** The faults of a parameter, for the tests and for those that break one. */
const faultsOf = ({ what, from, source }: Parameter<unknown>): readonly string[] => [
  ...(/^[A-Z].*[^.]$/.test(what) ? [] : ["what"]),
  ...(isCivilDate(from) ? [] : ["from"]),
  ...(authority.test(source) ? [] : ["source"]),
]

describe.for(named)("%s", ([, parameter]) => {
  test("says what it is, from when and on whose word", () => {
    expect(faultsOf(parameter)).toEqual([])
  })

  test("quotes the DPIA verbatim where it quotes it", (context) => {
    const [, section, quote] = /DPIA section ([1-6]): “([^”]+)”/.exec(parameter.source) ?? []
    if (quote === undefined) return
    const hasQuote = quoteFinder(documentOrSkip(context))
    expect(hasQuote(section === "4" ? 4 : section === "5" ? 5 : 2, quote)).toBe(true)
  })
})

test("one without a source, or from no day, is found out", () => {
  const { retention } = parameters
  expect(faultsOf({ ...retention, source: "as agreed" })).toEqual(["source"])
  expect(faultsOf({ ...retention, from: "2021-02-29" })).toEqual(["from"])
  expect(faultsOf({ ...retention, from: "19/04/21" })).toEqual(["from"])
  expect(faultsOf({ ...retention, what: "" })).toEqual(["what"])
})

test("every promised parameter exists, as promised", () => {
  expect(parameters.threshold.value).toBe(10)
  expect(parameters.retention).toMatchObject({ value: 2, unit: "years" })
  expect(parameters.dayKeyLife).toMatchObject({ value: 1, unit: "days" })
  const { opens, closes } = parameters.collectionWindow.value
  expect([opens, closes].map(isCivilDate)).toEqual([true, true])
  expect(opens < closes).toBe(true)
})

test("no second number duplicates a parameter", () => {
  expect(daysAhead).toBe(parameters.dayKeysAhead.value)
  const { value } = parameters.threshold
  for (const told of [band, banded])
    expect([0, 1, value - 1].map(told)).toEqual(["none", `fewer than ${value}`, `fewer than ${value}`])
  expect([band(value), banded(value)].map((told) => told.startsWith(`${value}`))).toEqual([true, true])
})

test("each text of the law says from which day it is in force", () => {
  for (const { version, inForce } of [publicTask, substantialPublicInterest]) {
    expect(isCivilDate(inForce)).toBe(true)
    expect(version).not.toBe("")
  }
})
