/** The compiled check of kept answers agrees, in both directions, with the decoder that reads a response again. */
import { Effect, Result } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { keptResponse } from "../../db/evidence/kept-response.ts"
import type { KeptResponseTable } from "../../db/evidence/schema.ts"
import { keptCheckOf } from "../../policy/response/kept-check.ts"
import { check, flagsOf } from "../../policy/response/quality-flags.ts"
import { reopen } from "../../policy/response/reopen.ts"
import { geographyOf } from "../../policy/response/stored-place.ts"
import { otherMark, type StoredResponse, writtenMark } from "../../policy/response/stored-response.ts"
import { forms } from "../../surveys/forms.ts"
import { unsealed } from "../support/kept-responses.ts"
import { day } from "../support/policy/team.ts"
import { matchedSamples } from "../support/transfer.ts"

const tags = ["quality-checked-before-analysis" as const]
const on = day("2027-04-20")

type Answers = Readonly<Record<string, unknown>>
type Words = Readonly<Record<string, number>>
type Place = Pick<KeptResponseTable, "place" | "local_authority" | "region" | "imd_decile" | "lsoa">

/** What the store holds of one response: the words are only counted. */
interface Kept {
  readonly answers: Answers
  readonly words: Words
  readonly place: Place
}

const storedOf = (form: StoredResponse["form"], { answers, words, place }: Kept): StoredResponse => {
  const { place: state, local_authority: localAuthority, region, imd_decile: imdDecile, lsoa } = place
  const placed = { form, place: state, localAuthority, region, imdDecile, lsoa }
  const flags = flagsOf({ form, answers, geography: geographyOf(placed) }, false)
  return { ...placed, answers, flags, words: new Map(Object.entries(words)) }
}

/** Puts words back where their mark is; words without a mark spoil the answer. */
const joined = (value: unknown, count: number | undefined): unknown => {
  if (count === undefined) return value
  const text = "x".repeat(count)
  if (value === writtenMark) return { text }
  if (value === otherMark) return { other: text }
  const marks = Array.isArray(value) ? value.filter((each) => each === otherMark).length : 0
  return Array.isArray(value) && marks > 0
    ? value.map((each: unknown) => (each === otherMark ? { other: text } : each))
    : { astray: text }
}

const openedOf = (form: string, { answers, words, place }: Kept): unknown => {
  const { place: state, local_authority: localAuthority, region, imd_decile: imdDecile, lsoa } = place
  const codes = {
    ...(localAuthority !== null && { localAuthority }),
    ...(region !== null && { region }),
    ...(imdDecile !== null && { imdDecile }),
    ...(lsoa !== null && { lsoa }),
  }
  const keys = [...new Set([...Object.keys(answers), ...Object.keys(words)])]
  return {
    form,
    answers: Object.fromEntries(keys.map((key) => [key, joined(answers[key], words[key])])),
    geography: state === "matched" ? codes : Object.keys(codes).length === 0 ? state : { state, ...codes },
  }
}

const odd: readonly unknown[] = [
  ...["", " ", "prefer-not-to-say", "dont-know", "not-answered", "not-in-this-list", "other", "written", "9", "17"],
  ...["900001", "E09999901", "with-parents", "young-offender-institution", "in-care", "martian", 9, true],
  ...[[], {}, [[]], ["other"], ["other", "other"], ["prefer-not-to-say"], ["none-of-these", "teacher"], { row: "x" }],
]
const places: readonly Place[] = [
  ...["not-asked", "not-given", "unmatched", "outside-england", "matched", "elsewhere"].map((place) => ({
    ...{ place, local_authority: null, region: null, imd_decile: null, lsoa: null },
  })),
  ...[null, 1, 10, 11, 0.5].flatMap((imd_decile) =>
    [null, "E01000001", "E0100000"].map((lsoa) => ({
      ...{ place: "matched", local_authority: "E09999901", region: "E12000007", imd_decile, lsoa },
    })),
  ),
  { place: "matched", local_authority: "W06000001", region: "E12000007", imd_decile: null, lsoa: null },
  { place: "unmatched", local_authority: null, region: "E12000007", imd_decile: null, lsoa: null },
].map((place) => place as Place)

type Change = (kept: Kept, key: string, other: unknown, further: string, count: number, place: Place) => Kept

const without = <A extends object>(all: A, key: string): A =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== key)) as A

const changes: readonly Change[] = [
  (kept) => kept,
  (kept, key, other) => ({ ...kept, answers: { ...kept.answers, [key]: other } }),
  (kept, key) => ({ ...kept, answers: without(kept.answers, key) }),
  (kept, key, _, further) => ({
    ...kept,
    answers: { ...kept.answers, [key]: kept.answers[further] ?? "not-answered" },
  }),
  (kept, key, other) => ({ ...kept, answers: { ...kept.answers, [key]: [kept.answers[key], other].flat() } }),
  (kept, key, other) => ({ ...kept, answers: { ...kept.answers, [`${key}x`]: other } }),
  (kept, key, __, _, count) => ({ ...kept, words: { ...kept.words, [key]: count } }),
  (kept, key) => ({ ...kept, words: without(kept.words, key) }),
  (kept, _, __, ___, ____, place) => ({ ...kept, place }),
]

describe.each(forms)("form $id", { tags }, (form) => {
  const keptCheck = keptCheckOf(form, { isNeighbourhoodUsed: true })
  const given = matchedSamples(400, 11)
    .filter((matched) => matched.form === form.id)
    .map((matched): Kept => {
      const { response, words } = keptResponse(new Uint8Array(16), check(unsealed(matched, on)))
      const counts = words.map(({ question, words: text }) => [question, text.length] as const)
      return { answers: JSON.parse(response.answers), words: Object.fromEntries(counts), place: response }
    })
  const keys = form.pages.flatMap((page) => page.questions.map(({ key }) => key))

  const faultsIn = (kept: Kept): readonly string[] => {
    const faults: string[] = []
    keptCheck(storedOf(form.id, kept), ({ what }) => faults.push(what))
    return faults
  }
  const opens = (kept: Kept): boolean =>
    Result.isSuccess(Effect.runSync(Effect.result(reopen(form, on, openedOf(form.id, kept)))))

  test("both take every response that the door let in", () => {
    expect(given.length).toBeGreaterThan(20)
    expect(given.flatMap(faultsIn)).toEqual([])
    expect(given.every(opens)).toBe(true)
  })

  test("both take or both refuse an altered one", () => {
    const one = <A>(all: readonly A[]) => fc.constantFrom(...all)
    const altered = fc.tuple(
      ...([one(given), one(changes), one(keys), one(odd), one(keys)] as const),
      ...([fc.constantFrom(0, 1, 60, 5_000), one(places)] as const),
    )
    let refused = 0
    fc.assert(
      fc.property(altered, ([kept, change, key, other, further, count, place]) => {
        const after = change(kept, key, other, further, count, place)
        const faults = faultsIn(after)
        if (faults.length > 0) refused++
        expect({ opens: opens(after), faults }).toEqual(
          faults.length === 0 ? { opens: true, faults } : { opens: false, faults },
        )
      }),
      { numRuns: 600 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})
