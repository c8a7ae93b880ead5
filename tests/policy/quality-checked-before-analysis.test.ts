/** Doubtful responses are flagged and kept, and only checked ones are analysed. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { banded } from "../../policy/banded.ts"
import { type FormId, formIds } from "../../policy/data/form-id.ts"
import { type Flag, flags } from "../../policy/data/quality-flag.ts"
import { seen } from "../../policy/facts/fact.ts"
import type { Quality } from "../../policy/facts/facts.ts"
import { check, isDistinctive } from "../../policy/response/quality-flags.ts"
import { qualityCheckedBeforeAnalysis } from "../../policy/rules/quality-checked-before-analysis.ts"
import { formOf } from "../../surveys/forms.ts"
import { rawEvidence } from "../support/evidence.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { admittedAndMatched } from "../support/policy/matched-response.ts"
import { done, ready, received } from "../support/transfer.ts"

const tags = ["quality-checked-before-analysis"] as const
const home = { setting: "with-parents" }
const rows = ["family", "friends", "school", "places", "health"]
const allHappy = Object.fromEntries(rows.map((row) => [row, "happy"]))

describe("does not compile", { tags: [...tags] }, () => {
  it("keeping what was not checked", () => {
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
    ["no answer", {}, ["place-not-checkable", "nothing-said"]],
    ["nothing but opt-outs", { age: "prefer-not-to-say" }, ["place-not-checkable", "nothing-said"]],
    ["the happiest face throughout", { "life-now": allHappy }, ["place-not-checkable", "one-answer-throughout"]],
    ["the same face, but for one row", { "life-now": { ...allHappy, school: "okay" } }, ["place-not-checkable"]],
    [
      "the happiest face in every answer",
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

  it.effect("the age of 17 in the easy-read form for 9 to 17 is no reason for doubt (F44), and 18 is", () =>
    Effect.map(admittedAndMatched("easy-read-9-12", { age: "17" }), (matched) => {
      assert.notInclude(check(matched).flags, "age-not-of-the-band")
      const stray = { ...matched, answers: { ...matched.answers, age: "18" } }
      assert.include(check(stray).flags, "age-not-of-the-band")
    }),
  )

  it.effect("the same answers as another response of its day, as the caller has found", () =>
    Effect.map(admittedAndMatched("9-12", { age: "9" }), (matched) => {
      assert.include(check(matched, true).flags, "same-answers-as-another")
      assert.notInclude(check(matched, false).flags, "same-answers-as-another")
      const said = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`q${at}`, "yes"]))
      assert.isTrue(isDistinctive({ ...matched, answers: said }))
      assert.isFalse(isDistinctive({ ...matched, answers: { ...said, q3: "prefer-not-to-say" } }))
    }),
  )

  it.effect("and never changed by it", () =>
    Effect.gen(function* () {
      for (const matched of yield* Effect.all([admittedAndMatched("6-8", {}), admittedAndMatched("13-17", home)]))
        assert.strictEqual(check(matched).response, matched)
    }),
  )
})

describe("is kept", { tags: [...tags, "web-server-emptied-at-close"] }, () => {
  const declined = (id: FormId) =>
    Object.fromEntries(
      formOf(id).pages.flatMap(({ questions }) =>
        questions.filter(({ askedWhen }) => !askedWhen).map(({ key }) => [key, "prefer-not-to-say"]),
      ),
    )

  it("a transfer keeps each response with its flags, whatever its shape", async () => {
    const shapes = formIds.flatMap((id) => [[id, {}] as const, [id, declined(id)] as const])
    const outside = ["9-12", { ...home, "home-postcode": { postcode: "zz9 9zz" } }] as const
    const same = ["13-17", { "life-now": allHappy }] as const
    const responses = await Effect.runPromise(
      Effect.forEach([...shapes, ...shapes, outside, same], ([form, answers]) => admittedAndMatched(form, answers)),
    )
    const place = await ready("sqlite", { "2026-03-02": responses })
    expect(await done(place)).toMatchObject({ refused: [] })
    expect(await received(place)).toEqual(place.sent)
    const rows = await rawEvidence(place.evidence).db.selectFrom("kept_response").select("flags").execute()
    expect(rows).toHaveLength(responses.length)
    const counted = flags.map((flag) => [flag, rows.filter((row) => row.flags.includes(`"${flag}"`)).length])
    expect(Object.fromEntries(counted)).toMatchObject({
      "nothing-said": shapes.length * 2,
      "outside-england": 1,
      "one-answer-throughout": 1,
    })
  })
})

describe("audit", { tags: [...tags] }, () => {
  const auditOf = (counts: Pick<Quality, "received" | "checked">) => {
    const quality: Quality = { ...counts, flagged: [{ flag: "nothing-said", responses: banded(7) }] }
    return qualityCheckedBeforeAnalysis.audit(factsWith({ quality: seen(quality) }))
  }
  it("is upheld when every response is checked, broken when one is not, and else not checked", () => {
    const upheld = auditOf({ received: 4712, checked: 4712 })
    assert.strictEqual(upheld.status, "upheld")
    assert.include(JSON.stringify(upheld), "flagged and kept: nothing-said fewer than 10")
    const broken = auditOf({ received: 4712, checked: 4711 })
    assert.strictEqual(broken.status, "broken")
    assert.notMatch(JSON.stringify(broken), /471/)
    assert.strictEqual(qualityCheckedBeforeAnalysis.audit(nothingSeen).status, "not checked")
    assert.strictEqual(auditOf({ received: 0, checked: 0 }).status, "not checked")
  })
})
