/** Checks how a posted page is read: blanks stay blank, declining wins, and no words are lost. */
import { describe, expect, test } from "vitest"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf } from "../../surveys/forms.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import { questionsOf } from "../support/e2e/child-answers.ts"

const questions = questionsOf(displayForm(formOf("9-12")))
const of = (key: string): DisplayQuestion => {
  const found = questions.find((question) => question.key === key || question.kind === key)
  if (found === undefined) throw new Error(`there is no question ${key}`)
  return found
}
const read = (key: string, fields: Fields) => Object.values(pageAnswers([of(key)], fields))[0]
const note = (key: string, fields: Fields) => pageNote([of(key)], pageAnswers([of(key)], fields), fields)

describe("reads", () => {
  const grid = of("grid").key
  const rows = of("grid").rows?.map(({ key }) => key) ?? []
  const text = of("text").key
  const postcode = of("postcode").key
  const cases: ReadonlyArray<readonly [string, string, Fields, unknown]> = [
    ["a blank page as blanks", "age", [], undefined],
    ["a choice", "age", [["q.age", "9"]], "9"],
    ["an opt-out", "age", [["q.age", "prefer-not-to-say"]], "prefer-not-to-say"],
    [
      "an opt-out together with a choice as the opt-out",
      "support",
      [
        ["q.support", "teacher"],
        ["q.support", "prefer-not-to-say"],
      ],
      "prefer-not-to-say",
    ],
    [
      "several choices",
      "support",
      [
        ["q.support", "teacher"],
        ["q.support", "mentor"],
      ],
      ["teacher", "mentor"],
    ],
    [
      "other without words",
      "setting",
      [
        ["q.setting", "other"],
        ["own.setting", "  "],
      ],
      "other",
    ],
    [
      "other with words",
      "setting",
      [
        ["q.setting", "other"],
        ["own.setting", " a boat "],
      ],
      { other: "a boat" },
    ],
    ["words for other, which is not ticked, as other", "setting", [["own.setting", "a boat"]], { other: "a boat" }],
    [
      "words for other among several choices",
      "support",
      [
        ["q.support", "teacher"],
        ["own.support", "my nan"],
      ],
      ["teacher", { other: "my nan" }],
    ],
    ["the rows that were answered", "grid", [[`q.${grid}.${rows[1]}`, "happy"]], { [rows[1] ?? ""]: "happy" }],
    [
      "a declined grid",
      "grid",
      [
        [`q.${grid}`, "prefer-not-to-say"],
        [`q.${grid}.${rows[1]}`, "happy"],
      ],
      "prefer-not-to-say",
    ],
    ["words", "text", [[`text.${text}`, " more trees\n"]], { text: "more trees" }],
    [
      "line breaks of every kind as one sign each",
      "text",
      [[`text.${text}`, "a\r\nb\rc\vd\u0085e"]],
      { text: "a\nb\nc\nd\ne" },
    ],
    [
      "words without the signs that nobody sees",
      "text",
      [[`text.${text}`, "a\u001b\u007f\ud800b\tc"]],
      { text: "ab\tc" },
    ],
    ["a postcode without them too", "postcode", [[`text.${postcode}`, "zz1\u0000 1aa"]], { postcode: "zz1 1aa" }],
    ["only invisible signs as a blank", "text", [[`text.${text}`, "\u0007 \u007f"]], undefined],
    ["white space as a blank", "text", [[`text.${text}`, " \n "]], undefined],
    ["a postcode", "postcode", [[`text.${postcode}`, "zz1 1aa"]], { postcode: "zz1 1aa" }],
    [
      "a declined postcode with words in the box as declined",
      "postcode",
      [
        [`text.${postcode}`, "zz1 1aa"],
        [`q.${postcode}`, "dont-know"],
      ],
      "dont-know",
    ],
    ["a school from the list", "school", [["q.school", "900001"]], "900001"],
  ]
  test.each(cases)("%s", (_what, key, fields, expected) => expect(read(key, fields)).toEqual(expected))

  test("fields of other pages are not answers of this page", () => {
    expect(
      pageAnswers(
        [of("age")],
        [
          ["q.gender", "girl"],
          ["name", "x"],
          ["__proto__", "x"],
        ],
      ),
    ).toEqual({})
  })
})

describe("notes, which never repeat what was written", () => {
  test("too many choices", () => {
    const choices = of("hopes")
    const fields: Fields = choices.options?.map(({ key }) => ["q.hopes", key] as const) ?? []
    expect(note("hopes", fields)).toEqual({ kind: "too-many", question: "hopes", upTo: choices.upTo })
    expect(note("hopes", fields.slice(0, choices.upTo))).toBeUndefined()
  })

  test("too many words", () => {
    const { key, upTo = 0 } = of("text")
    expect(note("text", [[`text.${key}`, "a".repeat(upTo + 1)]])).toEqual({ kind: "too-long", question: key, upTo })
    expect(note("text", [[`text.${key}`, "a".repeat(upTo)]])).toBeUndefined()
  })

  test("thirty line breaks of a page without script count thirty", () => {
    const { key, upTo = 0 } = of("text")
    const lines = "\r\n".repeat(30) + "a".repeat(upTo - 30)
    expect(note("text", [[`text.${key}`, `b${lines}`]])).toEqual({ kind: "too-long", question: key, upTo })
    expect(note("text", [[`text.${key}`, `b${lines.slice(0, -1)}`]])).toBeUndefined()
  })

  test("words that are no postcode, for their length", () => {
    const { key, upTo = 0 } = of("postcode")
    expect(note("postcode", [[`text.${key}`, "a".repeat(upTo + 1)]])).toEqual({ kind: "too-long", question: key, upTo })
  })

  test("an answer that the question does not offer is asked for again", () => {
    expect(note("age", [["q.age", "130"]])).toEqual({ kind: "not-taken", question: "age" })
    expect(
      note("support", [
        ["q.support", "teacher"],
        ["q.support", "martian"],
      ])?.kind,
    ).toBe("not-taken")
    expect(note("school", [["q.school", "The school by the river"]])?.kind).toBe("not-taken")
    expect(note("school", [["q.school", "900001"]])).toBeUndefined()
  })

  test("words for other with another choice are asked about, not dropped", () => {
    expect(
      note("setting", [
        ["q.setting", "with-parents"],
        ["own.setting", "a boat"],
      ])?.kind,
    ).toBe("own-words-without-other")
  })
})
