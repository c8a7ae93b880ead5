/** A page's fields are read the same way wherever they come from: blanks stay blank, declining wins, and no words are lost. */
import { describe, expect, test } from "vitest"
import type { AskedQuestion } from "../../surveys/asked.ts"
import { asked } from "../../surveys/asked.ts"
import { formOf } from "../../surveys/forms.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"

const questions = asked(formOf("9-12")).pages.flatMap((page) => page.questions)
const of = (key: string): AskedQuestion => {
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
      "an opt-out beside a choice as the opt-out",
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
    ["words beside other that nobody ticked", "setting", [["own.setting", "a boat"]], { other: "a boat" }],
    [
      "the same among several",
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
    ["white space as a blank", "text", [[`text.${text}`, " \n "]], undefined],
    ["a postcode", "postcode", [[`text.${postcode}`, "zz1 1aa"]], { postcode: "zz1 1aa" }],
    [
      "a declined postcode, whatever stands in the box",
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

  test("fields of other pages are no answers of this one", () => {
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

  test("words of one's own beside another choice are asked about, not dropped", () => {
    expect(
      note("setting", [
        ["q.setting", "with-parents"],
        ["own.setting", "a boat"],
      ])?.kind,
    ).toBe("own-words-without-other")
  })
})
