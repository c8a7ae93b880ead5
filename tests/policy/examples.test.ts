/** Every rule that has the shape of something sent, kept or recorded refuses all of its counterexamples, n of n. */
import { Result, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { rules } from "../../policy/index.ts"
import type { Rule } from "../../policy/rule.ts"
import { show } from "../support/policy/examples.ts"

const withExamples = rules.flatMap(({ id, examples }: Pick<Rule, "id" | "examples">) =>
  examples === undefined ? [] : [{ id, examples }],
)

describe("counterexamples", () => {
  for (const { id, examples } of withExamples)
    test(`${id}: refused ${Object.keys(examples.refuses).length} of ${Object.keys(examples.refuses).length}`, {
      tags: [id],
    }, () => {
      const { refused, counterexamples, wrong } = show(examples)
      expect(wrong).toEqual([])
      expect(refused).toBe(counterexamples)
      expect(counterexamples).toBeGreaterThan(0)
      expect(Object.keys(examples.accepts).length).toBeGreaterThan(0)
    })

  test("a decoder that accepts everything, or nothing, is found out", () => {
    const examples = { accepts: { good: 1 }, refuses: { bad: 2, worse: 3 } }
    const lax = Schema.decodeUnknownResult(Schema.Unknown)
    expect(show({ ...examples, decode: lax })).toEqual({
      refused: 0,
      counterexamples: 2,
      wrong: ["accepted: bad", "accepted: worse"],
    })
    expect(show({ ...examples, decode: () => Result.fail("no") }).wrong).toEqual(["refused: good"])
  })
})
