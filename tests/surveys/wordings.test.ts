/** No wording changes without a version of its own, and each has its reading grade; a note of a cognitive test names a version that exists. */
import { describe, expect, test } from "vitest"
import type { Form } from "../../policy/data/form.ts"
import type { Question } from "../../policy/data/question.ts"
import { forms } from "../../surveys/forms.ts"
import { cognitiveTests, cognitiveTestsOf } from "../../surveys/wording/cognitive-tests.ts"
import { recordedWordingOf, recordedWordings } from "../../surveys/wording/recorded.ts"
import { renewedWordings } from "../support/surveys/renewed-wordings.ts"

const questionsOf = (form: Form): readonly Question[] => form.pages.flatMap((page) => page.questions)

const unversioned = (all: readonly Form[]): readonly string[] =>
  all.flatMap((form) =>
    questionsOf(form)
      .filter((question) => recordedWordingOf(form.id, question) === undefined)
      .map(({ key }) => `${form.id} ${key}`),
  )

const remedy = "These words changed without a new version: run npm run forms:renew, and commit wordings.json"

test("each wording is the one that its version names", () => {
  expect(unversioned(forms), remedy).toEqual([])
})

test("each reading grade is the measured one", () => {
  expect(recordedWordings, "Run npm run forms:renew, and commit wordings.json").toEqual(
    renewedWordings(forms, recordedWordings),
  )
})

describe("a change", () => {
  /** The forms with one question of 6-8 changed. */
  const withHopes = (change: (question: Question) => object): readonly Form[] =>
    forms.map((form) =>
      form.id === "6-8"
        ? ({
            ...form,
            pages: form.pages.map((page) => ({
              ...page,
              questions: page.questions.map((each) => (each.key === "hopes" ? { ...each, ...change(each) } : each)),
            })),
          } as Form)
        : form,
    )
  const before = recordedWordings["6-8"]?.["hopes"]

  test.each<[string, (question: Question) => object]>([
    ["of the question", () => ({ ask: "What do you hope for?" })],
    ["of the hint", () => ({ hint: "Pick five." })],
    ["of how many may be chosen", () => ({ upTo: 4 })],
    [
      "of the order of options",
      (question) => ("options" in question ? { options: question.options.toReversed() } : {}),
    ],
    ["of a picture", () => ({ picture: "star" })],
  ])("%s is found, and only that wording gets the next version", (_, change) => {
    const changed = withHopes(change)
    expect(unversioned(changed)).toEqual(["6-8 hopes"])
    const renewed = renewedWordings(changed, recordedWordings)
    expect(renewed["6-8"]?.["hopes"]?.version).toBe((before?.version ?? 0) + 1)
    const others = (all: typeof renewed) => ({ ...all, "6-8": { ...all["6-8"], hopes: undefined } })
    expect(others(renewed)).toEqual(others(recordedWordings))
  })

  test("of a purpose is no change of wording", () => {
    expect(unversioned(withHopes(() => ({ purpose: "another purpose" })))).toEqual([])
  })

  test("keeps no version that is copied to other words, nor a raised one without other words", () => {
    const copied = (version: number) => ({ "6-8": { hopes: { version, digest: before?.digest ?? "", grade: 1 } } })
    const hopes = forms.flatMap(questionsOf).find(({ key }) => key === "hopes") as Question
    expect(recordedWordingOf("6-8", hopes, copied((before?.version ?? 0) + 1))).toBeUndefined()
  })

  test("leaves the line of a question that is no longer asked, so that its versions are not used twice", () => {
    const gone = { version: 3, digest: "", grade: null }
    const recorded = { ...recordedWordings, "6-8": { ...recordedWordings["6-8"], gone } }
    expect(renewedWordings(forms, recorded)["6-8"]?.["gone"]).toEqual(gone)
  })
})

test("each note of a cognitive test names a question and a version that exist", () => {
  const known = cognitiveTests.filter(
    ({ form, question, version }) => version <= (recordedWordings[form]?.[question]?.version ?? 0),
  )
  expect(known).toEqual(cognitiveTests)
  const note = { form: "6-8", question: "hopes", version: 1, day: "2027-01-11", children: 6, note: "Clear" } as const
  expect(cognitiveTestsOf("6-8", "hopes", [note])).toEqual([note])
  expect(cognitiveTestsOf("9-12", "hopes", [note])).toEqual([])
})
