/** No form says what a child reads otherwise than it is meant; every scale has as many steps up as down, in words of one kind. */
import { expect, test } from "vitest"
import { noteWords, words } from "../../src/components/words.ts"
import { bannedIn } from "../../surveys/banned-phrases.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"

const textsIn = (within: unknown): readonly string[] => {
  if (typeof within === "string") return [within]
  if (Array.isArray(within)) return within.flatMap(textsIn)
  return within instanceof Object ? Object.values(within).flatMap(textsIn) : []
}

test.each(forms)("form $id and the words around it", (form) => {
  const texts = textsIn([displayForm(form), form.privacy, words, noteWords])
  expect(texts.length).toBeGreaterThan(80)
  expect(texts.flatMap((text) => bannedIn(text).map((because) => `${text}: ${because}`))).toEqual([])
})

test("the list finds each fault that it was written for", () => {
  for (const text of [
    "Pick all you like.",
    "How good will your life be next to theirs?",
    "Choose “other” too, or rub them out.",
    "I use another word",
    "Which council do you live in?",
    "Not nearly as good as theirs",
  ])
    expect(bannedIn(text), text).toHaveLength(1)
})

/** Options that compare, from the best to the worst. */
const scales = forms.flatMap(({ id, pages }) =>
  pages.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      question.key === "better-life" && "options" in question ? [[id, question.options] as const] : [],
    ),
  ),
)

test.each(scales)("the scale of form %s is balanced", (_, options) => {
  expect(options.length % 2).toBe(1)
  const up = options.slice(0, (options.length - 1) / 2).map(({ words }) => words.toLowerCase())
  const down = options
    .slice((options.length + 1) / 2)
    .toReversed()
    .map(({ words }) => words.toLowerCase())
  expect(down).toEqual(up.map((words) => words.replace("better", "worse")))
})
