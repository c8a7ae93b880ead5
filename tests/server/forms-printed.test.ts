/** `ask -- forms` prints every word that is put before a child, and for each question what it is for and what it rests on. */
import { describe, expect, test } from "vitest"
import { formLines } from "../../src/commands/print-forms.ts"
import { forms } from "../../surveys/forms.ts"
import { ask } from "../support/collected-answers.ts"

const worded = new Set([
  "words",
  "ask",
  "hint",
  "purpose",
  "benefit",
  "title",
  "optOut",
  "dontKnow",
  "notInList",
  "provision",
])

const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === "string" ? (worded.has(key) && each !== "childhood-commission" ? [each] : []) : wordsIn(each),
  )
}

describe.each(forms)("form $id", (form) => {
  const text = formLines(form).join("\n")
  const questions = form.pages.flatMap((page) => page.questions)

  test("has every word in it", () => {
    const words = wordsIn(form)
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((each) => !text.includes(each))).toEqual([])
  })

  test.each([
    "Opt-out",
    "Category of data",
    "Purpose",
    "Lawful basis",
    "Answer",
    "Version of the wording",
    "Reading grade",
    "Cognitive tests",
  ])("says each question's %s", (label) => {
    expect(text.match(new RegExp(`^  ${label}: .+$`, "gm")) ?? []).toHaveLength(questions.length)
  })

  test("names the unsettled points as such", () => {
    const offence = questions.flatMap((question) =>
      "options" in question ? question.options.filter(({ infers }) => infers === "criminal-offence") : [],
    )
    expect(text.match(/lawful condition: waits for F17/g) ?? []).toHaveLength(offence.length)
    expect(offence.length > 0).toBe(form.id !== "4-5")
  })
})

test("the command prints the six, one after the other", async () => {
  const printed = await ask(["forms"])
  expect(printed.match(/^== .+ ==$/gm)).toHaveLength(6)
  expect(printed.trim()).toBe(forms.flatMap(formLines).join("\n").trim())
})
