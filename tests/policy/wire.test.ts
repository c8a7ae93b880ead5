/** Each question of every form accepts the answers that it offers over the wire, and nothing else. */
import { Result, Schema } from "effect"
import { describe, expect, test } from "vitest"
import type { Question } from "../../policy/data/question.ts"
import { parameters } from "../../policy/parameters.ts"
import { quickReaderOf } from "../../policy/response/quick-reader.ts"
import { answersOf } from "../../policy/response/wire.ts"
import { forms } from "../../surveys/forms.ts"

type Given = Readonly<Record<string, unknown>>
interface Examples {
  readonly taken: Given
  readonly refused: Given
}

const long = (characters: number): string => "x".repeat(characters)
const own = parameters.longestOwnWords.value

const keysOf = ({ options }: { readonly options: readonly { readonly key: string }[] }) => options.map(({ key }) => key)

const ownWords = (question: Question): boolean =>
  "options" in question && question.options.some((option) => "own" in option && option.own === true)

/** Whichever question it is. */
const always = (question: Question): Examples => {
  const knows = "dontKnow" in question && question.dontKnow !== undefined
  const unsure = { "don't know": "dont-know" }
  return {
    taken: { "the opt-out": "prefer-not-to-say", ...(knows && unsure) },
    refused: {
      nothing: null,
      "a number": 1,
      "another word": "martian",
      "an empty list": [],
      "an empty object": {},
      "another key": { martian: "x" },
      ...(!knows && unsure),
    },
  }
}

const choice = (question: Question & { readonly kind: "choice" }): Examples => {
  const [first = ""] = keysOf(question)
  const written = { "words of one's own": { other: long(own) } }
  return {
    taken: { ...Object.fromEntries(keysOf(question).map((key) => [key, key])), ...(ownWords(question) && written) },
    refused: {
      "a list": [first],
      "too many words": { other: long(own + 1) },
      "words and more": { other: "x", also: "y" },
      "no words": { other: " " },
      ...(!ownWords(question) && written),
    },
  }
}

const choices = (question: Question & { readonly kind: "choices" }): Examples => {
  const alone = question.options.filter((option) => option.alone).map(({ key }) => key)
  const all = keysOf(question).filter((key) => !alone.includes(key))
  const { upTo } = question
  const written = { "words of one's own": [{ other: "x" }] }
  return {
    taken: {
      ...Object.fromEntries(keysOf(question).map((key) => [key, [key]])),
      "as many as may be": all.slice(0, upTo),
      ...(ownWords(question) && written),
    },
    refused: {
      "one without a list": all[0],
      "the same twice": [all[0], all[0]],
      "the opt-out among them": ["prefer-not-to-say"],
      ...(alone.length > 0 && { "nothing and something": [alone[0], all[0]] }),
      ...(all.length > upTo && { "one too many": all.slice(0, upTo + 1) }),
      ...(ownWords(question) && upTo > 1 && { "words twice": [{ other: "x" }, { other: "y" }] }),
      ...(!ownWords(question) && written),
    },
  }
}

const grid = (question: Question & { readonly kind: "grid" }): Examples => {
  const [row = ""] = question.rows.map(({ key }) => key)
  const values = [...keysOf(question), "prefer-not-to-say"]
  return {
    taken: {
      ...Object.fromEntries(values.map((value) => [`a row: ${value}`, { [row]: value }])),
      "every row": Object.fromEntries(question.rows.map(({ key }) => [key, values[0]])),
    },
    refused: { "another value": { [row]: "martian" }, "a row that is not there": { martian: values[0] } },
  }
}

const words = (key: "text" | "postcode", upTo: number): Examples => ({
  taken: {
    words: { [key]: "a" },
    "lines and tabs": { [key]: "a\n\tb" },
    "as many as there is room for": { [key]: long(upTo) },
  },
  refused: {
    "words without a name": "some words",
    "one too many": { [key]: long(upTo + 1) },
    blanks: { [key]: " \n" },
    "a line break of two characters": { [key]: "a\r\nb" },
    "a control character": { [key]: "a\u0007b" },
    "half a character": { [key]: "\ud800" },
    "words and more": { [key]: "a", also: "b" },
    "another name": { words: "a" },
    "no words": { [key]: 1 },
  },
})

const register: Examples = {
  taken: { "not in this list": "not-in-this-list", "a school's number": "900001", "a council's code": "E09999901" },
  refused: {
    "a short number": "90000",
    "a long code": "E099999012",
    "a name": "The school by the river",
    "a number and more": "900001 river",
    "more and a number": "river 900001",
    "small letters": "e09999901",
  },
}

const ofKind = (question: Question): Examples => {
  switch (question.kind) {
    case "choice":
      return choice(question)
    case "choices":
      return choices(question)
    case "grid":
      return grid(question)
    case "text":
      return words("text", question.upTo)
    case "postcode":
      return words("postcode", parameters.longestPostcode.value)
    default:
      return register
  }
}

describe.each(forms)("form $id", (form) => {
  const questions = form.pages.flatMap((page) => page.questions)

  test.each(questions)("$key, a $kind", (question) => {
    // Built for each question afresh, so that each test sees all of the building.
    const decode = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" })
    const read = quickReaderOf(form)
    const takes = (answer: unknown): boolean => {
      const given = { [question.key]: answer }
      const isTaken = Result.isSuccess(decode(given))
      expect(read(given) !== undefined).toBe(isTaken)
      return isTaken
    }
    const [common, its] = [always(question), ofKind(question)]
    const taken = { ...common.taken, ...its.taken }
    const refused = { ...common.refused, ...its.refused }
    expect(Object.keys(taken).filter((name) => !takes(taken[name]))).toEqual([])
    expect(Object.keys(refused).filter((name) => takes(refused[name]))).toEqual([])
  })

  test("nothing at all, and no question of another form", () => {
    const decode = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" })
    expect(Result.isSuccess(decode({}))).toBe(true)
    expect(Result.isSuccess(decode({ martian: "prefer-not-to-say" }))).toBe(false)
  })
})

test("every form that asks what gets in the way, what worries or who helps has an answer that is true only alone", () => {
  const nothings = ["nothing", "none-of-these"]
  const asked = forms.flatMap((form) => form.pages.flatMap(({ questions }) => questions))
  const withNothing = asked.filter(
    (question) => question.kind === "choices" && question.options.some(({ key }) => nothings.includes(key)),
  )
  expect(withNothing).toHaveLength(15)
  for (const question of withNothing)
    expect(question.kind === "choices" && question.options.filter(({ alone }) => alone).map(({ key }) => key)).toEqual([
      question.key === "support" ? "none-of-these" : "nothing",
    ])
})
