/** The detector fails closed, keeps to the offsets of its source, and refuses data that are not its own. */
import { Effect, Exit } from "effect"
import { describe, expect, test } from "vitest"
import { readDetector, readTableTexts, readWeights } from "../../../db/free-text/read-detector.ts"
import { detectorFrom, longestText } from "../../../policy/free-text/detector.ts"
import { isNhsNumber, isUpn } from "../../../policy/free-text/patterns/record-number.ts"

const detector = await Effect.runPromise(readDetector)
const foundIn = (text: string): readonly string[] =>
  detector.detect(text).spans.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe("fails closed", { tags: ["free-text-cleaned-before-analysis"] }, () => {
  test.each([
    ["longer than it reads", "a ".repeat(longestText), "too-long"],
    ["in another script", "ہمیں مزید پارک چاہئیں", "language"],
    ["in another language", "chcemy więcej parków i mniej śmieci na ulicach", "language"],
    ["that points at one child", "i am the only deaf girl in my school", "indirect"],
  ])("a text %s is held", (_, text, because) => {
    expect(detector.detect(text)).toMatchObject({ decision: "held", because: expect.arrayContaining([because]) })
  })

  test("nothing of a text that is too long is printed", () => {
    expect(detector.detect("Aisha ".repeat(longestText)).cleaned).toBe("[not read]")
  })

  test("weights of another version and tables that were cut short are refused", async () => {
    const weights = readWeights()
    weights[7] = 99
    const refused = await Effect.runPromiseExit(detectorFrom(readTableTexts(), weights))
    expect(Exit.isFailure(refused) && String(refused.cause)).toContain("another version")
    const cut = { ...readTableTexts(), words: "the\t100\n" }
    const other = await Effect.runPromiseExit(detectorFrom(cut, readWeights()))
    expect(Exit.isFailure(other) && String(other.cause)).toContain("words of the text detector is cut short")
  })
})

describe("finds", { tags: ["free-text-cleaned-before-analysis"] }, () => {
  test.each([
    ["my name is J a c k and i go to st marys primary", ["person: J a c k", "school: st marys primary"]],
    ["mynameisjack", ["person: jack"]],
    ["my friend Jaaaack", ["person: Jaaaack"]],
    ["call me on 07 700 900 123", ["phone: 07 700 900 123"]],
    ["oh seven seven double oh nine oh oh one two three", ["phone: oh seven seven double oh nine oh oh one two three"]],
    ["my postcode is SWlA 1AA", ["postcode: SWlA 1AA"]],
    ["my nhs number is 943 476 5919", ["nhs-number: 943 476 5919"]],
    ["i was born on 3rd of May 2011", ["date-of-birth: 3rd of May 2011"]],
    ["ellie at gmail dot com", ["email: ellie at gmail dot com"]],
    ["I live at 12 Oak Avenue", ["address: 12 Oak Avenue"]],
    ["my insta is jake_2010", ["handle: jake_2010"]],
    ["angel is my cousin", ["person: angel"]],
    ["Max is my dog and summer was my best friend", ["person: Max", "person: summer"]],
  ])("%s", (text, spans) => {
    expect(foundIn(text)).toEqual(spans)
  })

  test("the same name keeps its number, and another has the next", () => {
    expect(detector.detect("Aisha hit me and Daniel hit Aisha").cleaned).toBe(
      "[name 1] hit me and [name 2] hit [name 1]",
    )
  })
})

test.each([
  "football is my best friend",
  "my teddy is my best friend",
  "music is my friend",
  "my mum and dad",
  "I want to be like Marcus Rashford",
  "ring Childline on 0800 1111",
  "i hope so",
])("nothing of “%s” is replaced or held", (text) => {
  expect(detector.detect(text)).toMatchObject({ decision: "clean", spans: [], cleaned: text })
})

test("check digits are those of the NHS and of the Department for Education", () => {
  expect([isNhsNumber("9434765919"), isNhsNumber("9434765918")]).toEqual([true, false])
  expect([isUpn("h801200001001"), isUpn("a801200001001")]).toEqual([true, false])
})

test.each([
  ["i want to die", ["harm-to-self"]],
  ["my stepdad hits me", ["abuse"]],
  ["my maths test was hard", []],
])("the concerns in “%s”", (text, concerns) => {
  expect(detector.detect(text).concerns).toEqual(concerns)
})
