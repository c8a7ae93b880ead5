/** What a decoder lets through that it must refuse is wrong, and so is what it refuses that it must let through. */
import { Result } from "effect"
import { expect, test } from "vitest"
import { show } from "../../../policy/report/counterexamples.ts"

const decode = (input: unknown) => (input === "good" ? Result.succeed(input) : Result.fail("no"))
const shown = (accepts: Readonly<Record<string, unknown>>, refuses: Readonly<Record<string, unknown>>) =>
  show({ decode, accepts, refuses })

test("nothing is wrong where all is refused that must be, and nothing else", () => {
  expect(shown({ one: "good" }, { two: "bad", three: 3 })).toEqual({ refused: 2, counterexamples: 2, wrong: [] })
})

test("each that goes wrong is named, and only what was refused is counted", () => {
  expect(shown({ one: "good", two: "bad" }, { three: "bad", four: "good" })).toEqual({
    refused: 1,
    counterexamples: 2,
    wrong: ["accepted: four", "refused: two"],
  })
})

test("a rule without examples counts no refusal", () => {
  expect(show(undefined)).toEqual({ refused: 0, counterexamples: 0, wrong: ["missing"] })
})
