/** Doubtful responses are flagged and kept, and only checked ones are analysed. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { QualityFlags } from "../../policy/evidence/quality-flags.ts"
import { check, checkAll } from "../../policy/quality/check.ts"
import { type Flag, flags, isWhole } from "../../policy/quality/flag.ts"
import { banded } from "../../policy/report/banded.ts"
import { qualityCheckedBeforeAnalysis, toAnalyse } from "../../policy/rules/quality-checked-before-analysis.ts"
import { breachesOf } from "./fixtures.ts"
import { admittedAndMatched } from "./matched.ts"

const tags = ["quality-checked-before-analysis"] as const
const home = { setting: "with-parents" }
const rows = ["family", "friends", "school", "places", "health"]
const allHappy = Object.fromEntries(rows.map((row) => [row, "happy"]))

describe("does not compile", { tags: [...tags] }, () => {
  it("an analysis of what was not checked", () => {
    assert.sameMembers(
      [...breachesOf("quality-checked-before-analysis")],
      ["unchecked", "some-unchecked", "look-alike"],
    )
  })
})

describe("is flagged", { tags: [...tags] }, () => {
  const cases: ReadonlyArray<readonly [string, object, readonly Flag[]]> = [
    ["a whole response from England", { ...home, age: "9", "home-postcode": { postcode: "zz1 1ab" } }, []],
    ["from outside England", { ...home, age: "9", "home-postcode": { postcode: "zz9 9zz" } }, ["outside-england"]],
    ["a place that cannot be checked", { age: "9" }, ["place-not-checkable"]],
    ["nothing said", {}, ["place-not-checkable", "nothing-said"]],
    ["nothing but opt-outs", { age: "prefer-not-to-say" }, ["place-not-checkable", "nothing-said"]],
    ["the happiest face throughout", { "life-now": allHappy }, ["place-not-checkable", "one-answer-throughout"]],
    ["the same face, but for one row", { "life-now": { ...allHappy, school: "okay" } }, ["place-not-checkable"]],
    [
      "the happiest face in all that was said",
      { "life-now": { ...allHappy, school: "prefer-not-to-say" } },
      ["place-not-checkable"],
    ],
    ["too few rows to tell", { "life-now": { family: "happy", friends: "happy" } }, ["place-not-checkable"]],
  ]
  for (const [what, answers, expected] of cases)
    it.effect(what, () =>
      Effect.map(admittedAndMatched("9-12", answers), (matched) =>
        assert.deepStrictEqual(check(matched).flags, expected),
      ),
    )

  it.effect("an age of another band, should one ever be stored", () =>
    Effect.map(admittedAndMatched("9-12", { age: "9" }), (matched) => {
      const stray = { ...matched, answers: { ...matched.answers, age: "17" } }
      assert.include(check(stray).flags, "age-not-of-the-band")
      assert.include(flags, "age-not-of-the-band")
    }),
  )

  it.effect("the same answers as another of its day, said by whoever has seen both", () =>
    Effect.map(admittedAndMatched("9-12", { age: "9" }), (matched) => {
      assert.include(check(matched, true).flags, "same-answers-as-another")
      assert.notInclude(check(matched, false).flags, "same-answers-as-another")
      const said = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`q${at}`, "yes"]))
      assert.isTrue(isWhole({ ...matched, answers: said }))
      assert.isFalse(isWhole({ ...matched, answers: { ...said, q3: "prefer-not-to-say" } }))
    }),
  )

  it.effect("and never deleted: as many come out as went in", () =>
    Effect.gen(function* () {
      const all = yield* Effect.all([admittedAndMatched("6-8", {}), admittedAndMatched("13-17", home)])
      const checked = toAnalyse(checkAll([...all, ...all]))
      assert.deepStrictEqual(
        checked.map(({ response }) => response),
        [...all, ...all],
      )
    }),
  )
})

describe("audit", { tags: [...tags] }, () => {
  const auditOf = (counts: Pick<QualityFlags["Service"], "received" | "checked">) =>
    Effect.provideService(qualityCheckedBeforeAnalysis.audit, QualityFlags, {
      ...counts,
      flagged: [{ flag: "nothing-said", responses: banded(7) }],
    })
  it.effect("is upheld when every response is checked, broken when one is not, and else not checked", () =>
    Effect.gen(function* () {
      const upheld = yield* auditOf({ received: 4712, checked: 4712 })
      assert.strictEqual(upheld.status, "upheld")
      assert.include(JSON.stringify(upheld), "flagged and kept: nothing-said fewer than 10")
      const broken = yield* auditOf({ received: 4712, checked: 4711 })
      assert.strictEqual(broken.status, "broken")
      assert.notMatch(JSON.stringify(broken), /471/)
      assert.strictEqual((yield* qualityCheckedBeforeAnalysis.audit).status, "not checked")
    }),
  )
})
