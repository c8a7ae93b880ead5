/** Nothing that names, dates or locates a child can be asked, sent or kept. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { identifyingKeys } from "../../policy/data/identifying-key.ts"
import { noDirectIdentifiers } from "../../policy/rules/no-direct-identifiers.ts"
import { audit, withQuestion } from "./audit.ts"
import { refused } from "./door.ts"
import { breachesOf } from "./fixtures.ts"

const tags = ["no-direct-identifiers" as const]

describe("does not compile", { tags }, () => {
  it("as a key, as a category, or hidden in a union of categories", () => {
    expect(breachesOf("no-direct-identifiers")).toEqual(
      expect.arrayContaining([
        "name-key",
        "nickname-key",
        "date-of-birth-category",
        "email-category",
        "union-category",
      ]),
    )
  })
})

describe("is refused", { tags }, () => {
  it.effect.each(identifyingKeys)("sent beside the answers as %s, and neither key nor value is repeated", (key) =>
    Effect.gen(function* () {
      const refusal = yield* refused("9-12", { hopes: ["job"], [key]: "Rosalind" })
      assert.strictEqual(refusal._tag, "NotUnderstood")
      assert.isFalse(Object.hasOwn(refusal, "question"))
      assert.notInclude(JSON.stringify(refusal), "Rosalind")
    }),
  )
})

describe("audit", { tags }, () => {
  it.effect("upheld by the six forms", () =>
    Effect.gen(function* () {
      const { status } = yield* audit(noDirectIdentifiers)
      assert.strictEqual(status, "upheld")
    }),
  )

  it.effect.each([{ key: "surname" }, { category: "nhs-number" }])("broken by a question with %o", (change) =>
    Effect.gen(function* () {
      const { status } = yield* audit(noDirectIdentifiers, withQuestion("13-17", "hope-most", change))
      assert.strictEqual(status, "broken")
    }),
  )
})
