/** The words around the questions suit the youngest child who reads alone: short sentences, and a Spache grade of 2 at most. */
import { describe, expect, test } from "vitest"
import { noteWords, noteWordsNaming, shellWords, words } from "../../src/components/words.ts"
import { finishedPage } from "../../src/pages/finished.tsx"
import { stoppedPage } from "../../src/pages/stopped.tsx"
import { saidBy } from "../support/pages/html.ts"
import { longestSentence, spacheGrade } from "../support/surveys/reading.ts"

const furniture = [
  ...[...Object.values(words), ...Object.values(noteWords), ...Object.values(shellWords)].map((said) =>
    typeof said === "function" ? said(5, 5) : said,
  ),
  ...Object.values(noteWordsNaming).map((said) => said("None")),
]

const mainOf = (html: string): string => /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ""

describe.each([
  ["the furniture of a survey", furniture],
  ["the page after sending", saidBy(mainOf(finishedPage("6-8")))],
  ["the page after stopping", saidBy(mainOf(stoppedPage("6-8")))],
] as const)("%s", (_, said) => {
  test("has at most ten words a sentence", () => {
    expect(said.length).toBeGreaterThan(3)
    expect(said.filter((text) => longestSentence([text]) > 10)).toEqual([])
  })

  test("has Spache grade 2 at most", () => {
    expect(spacheGrade(said)).toBeLessThanOrEqual(2)
  })
})

test("stopped looks like finished: the same page but for one sentence", () => {
  const [finished, stopped] = [saidBy(finishedPage("9-12")), saidBy(stoppedPage("9-12"))]
  expect(finished.filter((text) => !stopped.includes(text))).toHaveLength(1)
  expect(stopped.filter((text) => !finished.includes(text))).toHaveLength(1)
})
