/** Only the variables of the DPIA are asked, each with its purpose and benefit, and only with the options it lists. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { seen } from "../../policy/facts/fact.ts"
import { approvedVariablesOnly } from "../../policy/rules/approved-variables-only.ts"
import { refused } from "../support/policy/admission.ts"
import { audit, withQuestion } from "../support/policy/audit.ts"
import { recorded } from "../support/policy/dpia/recorded.ts"
import { factsWith } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["approved-variables-only" as const]

describe("does not compile", { tags }, () => {
  it("outside the list, without purpose or benefit, or with ethnicity in a child's own words", () => {
    expect(breachesOf("approved-variables-only")).toEqual(
      expect.arrayContaining([
        "unlisted-option",
        "widened-options",
        "ethnicity-free-text",
        "ethnicity-own-words",
        "empty-purpose",
        "no-benefit",
        "no-subject",
        "religion",
        "mental-health",
        "school-as-text",
        "council-after-postcode",
      ]),
    )
  })
})

describe("is refused", { tags }, () => {
  const unlisted = [
    { ethnicity: "martian" },
    { ethnicity: { other: "words of my own" } },
    { gender: { other: "words of my own" } },
    { school: "The school by the river", setting: "with-parents" },
  ]
  it.effect.each(unlisted)("an answer that no list has: %o", (answers) =>
    Effect.gen(function* () {
      const refusal = yield* refused("9-12", answers)
      assert.strictEqual(refusal._tag, "NotUnderstood")
    }),
  )
})

describe("audit", { tags }, () => {
  it("upheld by the six forms", () => {
    const { status } = audit(approvedVariablesOnly)
    assert.strictEqual(status, "upheld")
  })

  const setOf = (asked?: Parameters<typeof audit>[1]) =>
    /set (?:of variables )?([0-9a-f]{12}) (?:against|was)/.exec(
      JSON.stringify(audit(approvedVariablesOnly, asked)),
    )?.[1]

  it("tells the set of variables by its digest, which a word does not change and a variable does", () => {
    const set = setOf()
    assert.match(`${set}`, /^[0-9a-f]{12}$/)
    assert.strictEqual(setOf(withQuestion("9-12", "hope-most", { ask: "What do you hope for?" })), set)
    for (const change of [{ key: "hope-least" }, { upTo: 1, kind: "text" }, { topic: "barriers" }])
      assert.notStrictEqual(setOf(withQuestion("9-12", "hopes", change)), set)
  })

  it("broken by another set of variables, until its review against this version of the DPIA is declared", () => {
    const wider = withQuestion("9-12", "hopes", { key: "hopes-and-fears" })
    assert.match(JSON.stringify(audit(approvedVariablesOnly, wider)), /broken.*was not reviewed against the DPIA/)
    const set = `${setOf(wider)}`
    const reviewed = (variableSets: readonly string[]) =>
      approvedVariablesOnly.audit(factsWith({ forms: seen(wider), deployment: seen({ ...recorded, variableSets }) }))
        .status
    assert.deepStrictEqual([reviewed([set]), reviewed(["0".repeat(12)])], ["upheld", "broken"])
  })

  const tamperings = [
    { purpose: "" },
    { benefit: undefined },
    { kind: "text", upTo: 50 },
    { options: [{ key: "martian", words: "Martian" }] },
    { options: [{ key: "asian", words: "Asian", own: true }] },
    {
      options: [
        { key: "asian", words: "Asian" },
        { key: "martian", words: "Martian" },
      ],
    },
    {
      options: [
        { key: "asian", words: "Asian" },
        { key: "black", words: "Black", own: true },
      ],
    },
    { category: "religion" },
    { category: "opinion" },
    { characteristic: undefined },
  ]
  const others = [
    { topic: undefined },
    { category: "gender" },
    { topic: undefined, category: "opinion", characteristic: undefined, subject: undefined },
  ]
  it.for(others)("broken by a question of opinion with %o", (change) => {
    const verdict = audit(approvedVariablesOnly, withQuestion("9-12", "hopes", change))
    assert.strictEqual(verdict.status, "broken")
    assert.match(JSON.stringify(verdict), /9-12.*hopes/)
  })

  it("broken by a council that is asked although a postcode was given", () => {
    const verdict = audit(approvedVariablesOnly, withQuestion("13-17", "local-council", { askedUnless: undefined }))
    assert.strictEqual(verdict.status, "broken")
  })

  it.for(tamperings)("broken by ethnicity with %o", (change) => {
    const { status } = audit(approvedVariablesOnly, withQuestion("easy-read-6-8", "ethnicity", change))
    assert.strictEqual(status, "broken")
  })
})
