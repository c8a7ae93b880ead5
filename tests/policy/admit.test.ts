/** The door lets through what the form asks, keeps every blank, and says which question is wrong without repeating it. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { match } from "../../db/geography/match.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { admit } from "../../policy/response/admit.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { formOf, forms } from "../../surveys/forms.ts"

const door = Layer.mergeAll(Layer.succeed(CollectionWindow, "always"), registersLayer, GeographyLookup.layer)
const form = formOf("9-12")
const keyOf = (kind: string): string => {
  const found = form.pages.flatMap((page) => page.questions).find((question) => question.kind === kind)
  return found?.key ?? ""
}
const refusalOf = (input: unknown) => Effect.provide(Effect.flip(admit(form, input)), door)
const home = { setting: "with-parents" }

describe("admits", () => {
  for (const each of forms)
    it.effect(`form ${each.id}, every question declined`, () =>
      Effect.gen(function* () {
        const questions = each.pages.flatMap((page) => page.questions)
        const asked = questions.filter((question) => question.askedWhen === undefined)
        const { answers } = yield* admit(each, Object.fromEntries(asked.map(({ key }) => [key, "prefer-not-to-say"])))
        assert.deepStrictEqual(new Set(Object.values(answers)), new Set(["prefer-not-to-say"]))
        assert.strictEqual(Object.keys(answers).length, asked.length)
      }).pipe(Effect.provide(door)),
    )

  it.effect("a blank is kept as not answered, apart from the opt-out and from what was not asked", () =>
    Effect.gen(function* () {
      const { answers, postcode } = yield* admit(form, { gender: "prefer-not-to-say" })
      assert.strictEqual(answers["gender"], "prefer-not-to-say")
      assert.strictEqual(answers["age"], "not-answered")
      assert.isFalse(Object.hasOwn(answers, keyOf("school")))
      assert.strictEqual(postcode, "not-asked")
    }).pipe(Effect.provide(door)),
  )
})

describe("the council", () => {
  const council = keyOf("council")
  const kept = (postcode: string) =>
    Effect.map(
      admit(form, { ...home, [keyOf("postcode")]: { postcode }, [council]: "E09999901" }),
      ({ answers }) => answers[council],
    ).pipe(Effect.provide(door))
  it.effect("is kept with words that hold no postcode, and with no answer to that question", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* kept("I do not know"), "E09999901")
      const { answers } = yield* Effect.provide(admit(form, home), door)
      assert.strictEqual(answers[council], "not-answered")
    }),
  )
  it.effect("is left out where a postcode was given, known or not", () =>
    Effect.gen(function* () {
      assert.isUndefined(yield* kept("zz1 1ab"))
      assert.isUndefined(yield* kept("it is ZZ9 9ZZ"))
    }),
  )
})

describe("the postcode", () => {
  const given = { ...home, [keyOf("postcode")]: { postcode: " zz1 1ab" } }

  it.effect("is set apart, prints nothing, and is wiped by the match", () =>
    Effect.gen(function* () {
      const admitted = yield* admit(form, given)
      assert.isFalse(Object.hasOwn(admitted.answers, keyOf("postcode")))
      assert.isTrue(Redacted.isRedacted(admitted.postcode))
      assert.notInclude(`${JSON.stringify(admitted)}${String(admitted.postcode)}`.toLowerCase(), "zz1")
      const bytes = Redacted.isRedacted(admitted.postcode) ? Redacted.value(admitted.postcode) : new Uint8Array([1])
      const matched = yield* match(admitted)
      assert.isTrue(bytes.every((byte) => byte === 0))
      assert.deepStrictEqual(matched.geography, { localAuthority: "E09999901", region: "E12000001", imdDecile: 2 })
      assert.notInclude(JSON.stringify(matched).toLowerCase(), "zz1")
      if (Redacted.isRedacted(admitted.postcode)) {
        const postcode = admitted.postcode
        assert.throws(() => Redacted.value(postcode))
      }
    }).pipe(Effect.provide(door)),
  )

  const ends = [
    [{ ...home }, "not-answered"],
    [{ ...home, [keyOf("postcode")]: "prefer-not-to-say" }, "prefer-not-to-say"],
    [{ ...home, [keyOf("postcode")]: "dont-know" }, "dont-know"],
    [{ ...home, [keyOf("postcode")]: { postcode: "somewhere" } }, "unmatched"],
    [{ ...home, [keyOf("postcode")]: { postcode: "zz9 9zz" } }, "outside-england"],
    [{ setting: "other" }, "not-asked"],
    [{}, "not-asked"],
  ] as const
  for (const [input, geography] of ends)
    it.effect(`${JSON.stringify(input)} becomes ${geography}`, () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* match(yield* admit(form, input))).geography, geography)
      }).pipe(Effect.provide(door)),
    )
})

describe("refuses, naming the question and never the value", () => {
  const canary = "canary-value"
  const refused: ReadonlyArray<readonly [string, unknown, string | undefined]> = [
    ["a key that is not a question", { [canary]: "x" }, undefined],
    ["a prototype key", JSON.parse(`{"__proto__":{"age":"9"}}`), undefined],
    ["no object at all", [canary], undefined],
    ["null", null, undefined],
    ["an unknown option", { age: canary }, "age"],
    ["a number for an option", { age: 9 }, "age"],
    ["an age of another band", { age: "13" }, "age"],
    ["an object for an option", { age: { other: canary } }, "age"],
    ["the same option twice", { support: ["teacher", "teacher"] }, "support"],
    ["other twice", { support: ["other", { other: canary }] }, "support"],
    ["an empty list", { support: [] }, "support"],
    ["words too long next to other", { support: [{ other: canary.repeat(50) }] }, "support"],
    ["control characters", { support: [{ other: `${canary}\u0000` }] }, "support"],
    ["a lone surrogate", { support: [{ other: `${canary}\ud800` }] }, "support"],
    ["an extra key next to other", { support: [{ other: "x", [canary]: 1 }] }, "support"],
    ["a school that is in no register", { ...home, school: "ABCDEF" }, "school"],
    [
      "a postcode that is an address",
      { ...home, [keyOf("postcode")]: { postcode: canary.repeat(9) } },
      keyOf("postcode"),
    ],
  ]
  for (const [what, input, question] of refused)
    it.effect(what, () =>
      Effect.gen(function* () {
        const refusal = yield* refusalOf(input)
        assert.strictEqual(refusal._tag, "NotUnderstood")
        assert.strictEqual(refusal._tag === "NotUnderstood" ? refusal.question : "?", question)
        assert.notInclude(JSON.stringify(refusal), canary)
      }),
    )

  for (const setting of [
    "secure-childrens-home",
    "young-offender-institution",
    "secure-training-centre",
    "inpatient-mental-health",
    "other",
    { other: "a van" },
    "prefer-not-to-say",
    "dont-know",
    undefined,
  ])
    it.effect(`a place with ${JSON.stringify(setting)}`, () =>
      Effect.gen(function* () {
        const where = setting === undefined ? {} : { setting }
        const places = [
          [{ [keyOf("postcode")]: { postcode: "zz1 1aa" } }, "no-postcode-in-secure-settings"],
          [{ [keyOf("postcode")]: "prefer-not-to-say" }, "no-postcode-in-secure-settings"],
          [{ [keyOf("council")]: "E09999901" }, "no-postcode-in-secure-settings"],
          [{ [keyOf("school")]: "900001" }, "no-school-in-secure-settings"],
        ] as const
        for (const [place, rule] of places) {
          const refusal = yield* refusalOf({ ...where, ...place })
          assert.strictEqual(refusal._tag === "RuleViolation" ? refusal.rule : refusal._tag, rule)
        }
      }),
    )
})
