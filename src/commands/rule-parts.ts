/** The three parts of a new rule as text: each holds to the convention from its first line, and none of them claims to be done. */

const pascal = (id: string): string =>
  id
    .split("-")
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("")

const camel = (id: string): string => `${pascal(id).charAt(0).toLowerCase()}${pascal(id).slice(1)}`

const quoted = (words: string): string => JSON.stringify(words)

const ruleFile = (id: string, statement: string): string => `/** ${statement} */
import { Effect, Schema } from "effect"
import type { Breach } from "../breach.ts"
import { defineRule } from "../rule.ts"
import { RuleViolation } from "../rule-violation.ts"
import { notChecked } from "../verdict.ts"

/** \`unknown\` when the draft keeps the rule; otherwise the compiler's message names the rule and the remedy. */
export type ${pascal(id)}<D> = D extends { readonly kept: true }
  ? unknown
  : Breach<"${id}", "say what to do instead">

/** Gives back the draft it is given, which does not compile if it breaks the rule. */
export const keeps = <const D>(draft: D & ${pascal(id)}<D>): D => draft

const Kept = Schema.Struct({ kept: Schema.Literal(true) })

/** Fails where the rule is broken at run time. */
export const ${camel(id)}Gate = (draft: unknown): Effect.Effect<void, RuleViolation> =>
  Schema.is(Kept)(draft)
    ? Effect.void
    : Effect.fail(new RuleViolation({ rule: "${id}", remedy: "say what to do instead" }))

export const ${camel(id)} = defineRule({
  id: "${id}",
  statement: ${quoted(statement)},
  source: { section: 1, quote: "at most fifteen words of the DPIA, found in it verbatim" },
  law: ["UK GDPR Art 5(1)(a)"],
  enforcedBy: ["types", "schema", "runtime"],
  enforcedAt: ["policy/rules/${id}.ts#keeps"],
  audit: () => notChecked("say what the audit waits for, or judge the facts"),
  examples: {
    decode: Schema.decodeUnknownResult(Kept, { onExcessProperty: "error" }),
    accepts: { "what keeps it": { kept: true } },
    refuses: { "what breaks it": { kept: false } },
  },
})
`

const testFile = (id: string, statement: string): string => `/** ${statement} */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { show } from "../../policy/report/counterexamples.ts"
import { ${camel(id)}, ${camel(id)}Gate } from "../../policy/rules/${id}.ts"
import { breachesOf } from "../support/policy/fixtures.ts"

const tags = ["${id}" as const]

describe("does not compile", { tags }, () => {
  it("a draft that breaks it", () => {
    assert.deepStrictEqual(breachesOf("${id}"), ["not-kept"])
  })
})

describe("is refused", { tags }, () => {
  it("each of its counterexamples", () => {
    const { refused, counterexamples } = show(${camel(id)}.examples)
    assert.strictEqual(refused, counterexamples)
  })

  it.effect("at the gate, in the rule's name", () =>
    Effect.gen(function* () {
      const refusal = yield* Effect.flip(${camel(id)}Gate({ kept: false }))
      assert.strictEqual(refusal.rule, "${id}")
    }),
  )
})

describe("audit", { tags }, () => {
  it("is not checked while there is nothing to look at", () => {
    assert.strictEqual(${camel(id)}.audit().status, "not checked")
  })

  it.skip("is broken by a breach that is there")
})
`

const fixtureFile = (id: string): string => `/** A draft that breaks it. */
import { keeps } from "../../policy/rules/${id}.ts"

export const broken = keeps({ kept: false })
`

/** By path from the root of the project. */
export const partsOf = (id: string, statement: string): Readonly<Record<string, string>> => ({
  [`policy/rules/${id}.ts`]: ruleFile(id, statement),
  [`tests/policy/${id}.test.ts`]: testFile(id, statement),
  [`tests/refused/${id}.not-kept.ts`]: fixtureFile(id),
})

export const nextSteps = (id: string, files: readonly string[]): string =>
  [
    "Written:",
    ...files.map((file) => `  ${file}`),
    "Left to do; npx vitest run tests/policy/register.test.ts fails until it is done:",
    `  1. policy/rule-id.ts: put "${id}" in its place in the order of the DPIA.`,
    `  2. policy/index.ts: import ${camel(id)} and put it in the same place.`,
    "  3. policy/dpia/commitments: point at least one promise to it.",
    "  4. Its gate: move it to the product function that the data passes, name that in enforcedAt, and attack it in the fixture and examples.",
    "  5. The rule: the DPIA's own words and section, the law, what breaks it; if it speaks of forms, add it to policy/lawful.ts.",
    "  6. The audit: let it look, and let its test see it upheld and broken; until then it says not checked.",
    "  7. tests/sabotage: break it in every way you can think of, and name the layer that must catch each.",
  ].join("\n")
