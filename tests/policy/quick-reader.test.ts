/** The quick reader returns what the decoder returns, in the same order, or leaves the answers to it. */

import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { quickReaderOf } from "../../policy/response/quick-reader.ts"
import { answersOf } from "../../policy/response/wire.ts"
import { samples } from "../../src/commands/sample.ts"
import { forms } from "../../surveys/forms.ts"

type Answers = Readonly<Record<string, unknown>>

const odd: readonly unknown[] = [
  ...[null, true, 0, 1.5, "", " ", "prefer-not-to-say", "dont-know", "not-in-this-list", "other", "__proto__"],
  ...[[], {}, [[]], [{}], [null], ["other"], { other: "x" }, [{ other: "x" }], [{ other: "x" }, { other: "y" }]],
  ...[{ other: " " }, { other: 1 }, { other: "x", also: "y" }, { text: "a\tb\nc" }, { text: "a\r\nb" }],
  ...[{ text: "\ud800" }, { text: "x".repeat(5_000) }, { postcode: "B1 1AA" }, { postcode: "x".repeat(60) }],
  ...["900001", "E09999901", "e09999901", { text: "" }, JSON.parse('{"__proto__":"x"}')],
]

const reversed = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  return Array.isArray(value) ? value.toReversed() : Object.fromEntries(Object.entries(value).reverse())
}

/** One change of an answer, of its parts or of the keys. */
const changes: readonly ((answers: Answers, key: string, other: unknown, further: string) => unknown)[] = [
  (answers) => answers,
  (answers) => reversed(answers),
  (answers, key) => ({ ...answers, [key]: reversed(answers[key]) }),
  (answers, key, other) => ({ ...answers, [key]: other }),
  (answers, key, other) => ({ ...answers, [key]: [answers[key], other].flat() }),
  (answers, key) => ({ ...answers, [key]: [answers[key], answers[key]].flat() }),
  (answers, key, other) => ({ ...answers, [key]: { ...Object(answers[key]), martian: other } }),
  (answers, key, other) => ({ ...answers, [key]: { ...Object(answers[key]), ...Object(other) } }),
  (answers, key, _, further) => ({ ...answers, [further]: answers[key] }),
  (answers, _, other, further) => ({ ...answers, [`${further}x`]: other }),
  (_, __, other) => other,
]

describe.each(forms)("form $id", (form) => {
  const read = quickReaderOf(form)
  const decode = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" })
  const given = (samples(form.id, 7) ?? [].values())
    .take(300)
    .map(({ answers }): Answers => answers)
    .toArray()
  const keys = form.pages.flatMap((page) => page.questions.map(({ key }) => key))

  test("reads every usual submission", () => {
    expect(given.filter((answers) => read(answers) === undefined)).toEqual([])
  })

  test("agrees with the decoder on altered ones", () => {
    let readQuickly = 0
    const one = <A>(all: readonly A[]) => fc.constantFrom(...all)
    const altered = fc.tuple(one(given), one(changes), one(keys), one(odd), one(keys))
    fc.assert(
      fc.property(altered, ([answers, change, key, other, further]) => {
        const input: unknown = JSON.parse(JSON.stringify(change(answers, key, other, further)))
        const quick = read(input)
        if (quick === undefined) return
        readQuickly += 1
        const decided = decode(input)
        expect(Result.isSuccess(decided)).toBe(true)
        if (Result.isSuccess(decided)) expect(JSON.stringify(quick)).toBe(JSON.stringify(decided.success))
      }),
      { numRuns: 3_000 },
    )
    expect(readQuickly).toBeGreaterThan(500)
  })
})
