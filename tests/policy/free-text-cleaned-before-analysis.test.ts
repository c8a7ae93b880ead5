/** Keeps a child's own words apart from the answers: nothing reads them before they can be cleaned. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { keptResponse } from "../../db/evidence/kept-response.ts"
import { check } from "../../policy/response/quality-flags.ts"
import { freeTextCleanedBeforeAnalysis } from "../../policy/rules/free-text-cleaned-before-analysis.ts"
import { unsealed } from "../support/kept-responses.ts"
import { factsWith } from "../support/policy/facts.ts"
import { admittedAndMatched } from "../support/policy/matched-response.ts"
import { code, offences, uncommented } from "../support/sources.ts"

const tags = ["free-text-cleaned-before-analysis"] as const
const words = "I am Jo Canary and I want more trees near Hill Lane"

describe("is kept apart", { tags: [...tags] }, () => {
  it.effect("the words of a child, wherever a form takes them", () =>
    Effect.gen(function* () {
      const answers = {
        "life-change": { text: words },
        setting: { other: "a boat of Jo Canary" },
        support: ["mentor", { other: "Jo" }],
      }
      const matched = yield* admittedAndMatched("9-12", answers)
      const kept = keptResponse(new Uint8Array(16), check(unsealed(matched, "2027-05-20")))
      assert.notMatch(JSON.stringify(kept.response), /Canary|boat|Jo/)
      assert.sameMembers(
        kept.words.map(({ words }) => words),
        [words, "a boat of Jo Canary", "Jo"],
      )
    }),
  )

  it("and only the arrival of answers, their backup, the removal of a day with its rewriting, and the count of its signs know where it is kept", () => {
    const knowing = offences(code, ({ text }) => (/"quarantine"/.test(uncommented(text)) ? ["knows"] : []))
    const outside = knowing.filter(
      (each) =>
        !/^(db\/evidence\/(arrivals|migrations|remove-answers|rewrite-tables|schema)|db\/inspection\/kept-words\.ts|policy\/dpia\/assets\/)/.test(
          each,
        ),
    )
    assert.deepStrictEqual(outside, [])
    assert.isNotEmpty(knowing)
  })
})

describe("audit", { tags: [...tags] }, () => {
  it("is not checked, and names the parts that are missing", () => {
    const because = freeTextCleanedBeforeAnalysis.notBuilt ?? ""
    assert.include(because, "quarantine")
    assert.deepStrictEqual(freeTextCleanedBeforeAnalysis.audit(factsWith({})), { status: "not checked", because })
  })
})
