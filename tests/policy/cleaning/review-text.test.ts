/** A review counts once enough people agree, a third decides between two, and no release passes an audit that is open or found a leak. */
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import type { PersonId } from "../../../policy/capability/member.ts"
import { auditGate } from "../../../policy/cleaning/release-gate.ts"
import { readReviewedSpans, reviewersOf, reviewOutcome } from "../../../policy/cleaning/review-text.ts"
import { personOf } from "../../support/policy/team.ts"

const tags = ["free-text-cleaned-before-analysis" as const]
const person: PersonId = personOf("evidence-team")
const name = { start: 0, end: 5, kind: "person" } as const
const review = (...spans: readonly (typeof name)[]) => ({ person, spans })

describe("an outcome", { tags }, () => {
  test("of one review counts where one is enough", () => {
    expect(reviewOutcome(1, [])).toEqual({ wants: "first" })
    expect(reviewOutcome(1, [review(name)])).toEqual({ decided: [name] })
  })

  test("of two equal reviews counts, and where they differ a third person's", () => {
    expect(reviewOutcome(2, [review(name)])).toEqual({ wants: "second" })
    expect(reviewOutcome(2, [review(name), review(name)])).toEqual({ decided: [name] })
    expect(reviewOutcome(2, [review(name), review()])).toEqual({ wants: "adjudicator" })
    expect(reviewOutcome(2, [review(name), review(), review()])).toEqual({ decided: [] })
  })

  test("needs two people in the top band, and for a part of the others that the random id draws", () => {
    const responses = Array.from({ length: 256 }, (_, at) => new Uint8Array(16).fill(at))
    expect(reviewersOf(3, new Uint8Array(16).fill(255))).toBe(2)
    const doubled = responses.filter((each) => reviewersOf(1, each) === 2).length / 256
    expect(doubled).toBeGreaterThan(0.05)
    expect(doubled).toBeLessThan(0.1)
  })
})

test.each([
  ["that overlap", [name, { ...name, start: 4, end: 9 }]],
  ["out of order", [{ ...name, start: 6, end: 9 }, name]],
  ["without a character", [{ ...name, end: 0 }]],
  ["of no kind", [{ ...name, kind: "secret" }]],
  ["with words in them", [{ ...name, words: "Aisha" }]],
  ["before the text", [{ ...name, start: -1 }]],
])("spans %s are refused", { tags }, (_, spans) => {
  expect(Result.isFailure(readReviewedSpans(spans))).toBe(true)
})

describe("the gate", { tags }, () => {
  const audit = { drawn: 3_000, read: 3_000, leaks: 0, clean: 500_000 }
  test.each([
    ["without a leak in 3,000 texts opens", audit, true],
    ["with one text unread stays shut", { ...audit, read: 2_999 }, false],
    ["with one leak stays shut", { ...audit, leaks: 1 }, false],
    ["without an audit stays shut", { drawn: 0, read: 0, leaks: 0, clean: 500_000 }, false],
    ["with few texts opens once people have read all of them", { drawn: 40, read: 40, leaks: 0, clean: 0 }, true],
    ["with few texts and one unread stays shut", { drawn: 40, read: 40, leaks: 0, clean: 1 }, false],
  ])("%s", (_, given, opens) => {
    expect(Result.isSuccess(auditGate(given))).toBe(opens)
  })
})
