/** The sample is valid to the last line, and has in it everything that a child may do. */

import { spawnSync } from "node:child_process"
import { describe, expect, test } from "vitest"
import { dontKnow, preferNotToSay } from "../../policy/data/answer.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { notInThisList } from "../../policy/data/register.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import { samples } from "../../src/commands/sample.ts"
import { formOf } from "../../surveys/forms.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { keptOf } from "../support/expected-row.ts"
import { askProgram } from "../support/programs.ts"

const count = 1_500
const drawn = (form: string, seed = 7) => (samples(form, seed) ?? [].values()).take(count).toArray()

describe.each(formIds)("form %s", (form) => {
  const sample = drawn(form)
  const questions = formOf(form).pages.flatMap((page) => page.questions)

  test("every line passes the door", () => {
    expect(sample.filter((one) => keptOf(JSON.stringify(one)) === undefined)).toEqual([])
  })

  test.each(questions.map((question) => ({ key: question.key, question })))(
    "$key is answered in every way it can be",
    ({ key, question }) => {
      const answers = sample.map((one) => one.answers[key])
      expect(answers).toContain(undefined)
      expect(answers).toContain(preferNotToSay)
      if ("dontKnow" in question && question.dontKnow) expect(answers).toContain(dontKnow)
      if ("options" in question) {
        const seen = JSON.stringify(answers)
        for (const { key: option, own } of question.options) expect(seen).toContain(own ? `"other":` : `"${option}"`)
      }
      if (question.kind === "school" || question.kind === "council") expect(answers).toContain(notInThisList)
    },
  )

  test("a sample from a secure setting has no place", () => {
    const secure = sample.filter(({ answers }) => {
      const { setting } = answers
      return typeof setting === "object" || secureSettings.some((each) => each === setting)
    })
    expect(secure.length > 0).toBe(form !== "4-5")
    for (const { answers } of secure) {
      for (const key of ["school", "home-postcode", "local-council"]) expect(answers).not.toHaveProperty(key)
    }
  })
})

test("tokens are UUIDs, and never the same twice", () => {
  const tokens = drawn("all").map(({ token }) => token)
  expect(new Set(tokens).size).toBe(count)
  for (const token of tokens)
    expect(token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test("two forms have no token in common, whatever the seed", () => {
  const tokens = formIds.flatMap((form) => drawn(form, 1).map(({ token }) => token))
  expect(new Set(tokens).size).toBe(count * formIds.length)
})

test("the six forms are mixed", () => {
  expect(new Set(drawn("all").map(({ form }) => form))).toEqual(new Set(formIds))
})

describe("on the command line", () => {
  const storage = { mode: "rehearsal", dataDir: "nowhere", databaseUrl: undefined } as const
  const printed = (...args: string[]): string =>
    spawnSync(process.execPath, [...askProgram(), "sample", ...args], {
      encoding: "utf8",
    }).stdout

  test.each([
    [["--form", "5-6"], "--form takes all, or one of"],
    [["--count", "many"], "--count takes a whole number"],
    [["--count", "-1"], "--count takes a whole number"],
    [["--seed", "1.5"], "--seed takes a whole number"],
    [["--seeds", "1"], "There is no flag --seeds here."],
    [["9-12"], "The command takes no further word."],
  ])("%j is refused in one sentence", async (args, words) => {
    const { code, out, error } = await heard(() => ask(storage, "sample", ...args))
    expect([code, out]).toEqual([2, []])
    expect(error).toEqual([expect.stringContaining(words)])
  })

  test("prints as many lines as were asked for", () => {
    expect(printed("--form", "9-12", "--count", "0")).toBe("")
    const lines = printed("--form", "9-12", "--count", "250", "--seed", "7").trim().split("\n")
    expect(lines).toEqual(
      drawn("9-12")
        .slice(0, 250)
        .map((one) => JSON.stringify(one)),
    )
  })
})
