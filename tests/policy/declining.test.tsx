/** Declining is drawn as any answer is, gets no note, and leads on as any answer does. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { renderToString } from "solid-js/web"
import { describe, expect, test } from "vitest"
import { optOutWords, preferNotToSay, type WireAnswers } from "../../policy/data/answer.ts"
import { Survey } from "../../src/components/survey.tsx"
import type { QuestionView } from "../../src/components/view.ts"
import { type DisplayForm, displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { pageNote } from "../../surveys/page-note.ts"

const tags = ["opt-out-on-every-question" as const]
const style = join(import.meta.dirname, "..", "..", "src", "style")

const drawn = (form: DisplayForm, place: number, answers: WireAnswers): string => {
  const { section, questions } = form.pages[place] ?? { section: "", questions: [] }
  const view: QuestionView = { at: "question", stop: { place, section, questions }, answers }
  return renderToString(() => <Survey form={form} view={view} />)
}

/** A card without its value, its words and its picture: the parts that show how it looks. */
const looks = (card: string): string =>
  card
    .replaceAll(/ (?:value|name|data-part|data-hk|type|checked|src|id)(?:="[^"]*")?/g, "")
    .replaceAll(/<img[^>]*>|<svg[\s\S]*?<\/svg>/g, "")
    .replaceAll(/>[^<]+</g, "><")

const cardsIn = (html: string): readonly string[] => html.match(/<label[^>]*class="[^"]*card[\s\S]*?<\/label>/g) ?? []

describe.each(forms.map(displayForm))("form $id", { tags }, (form) => {
  test("the opt-out is a card like the others of its set", () => {
    for (const [place] of form.pages.entries()) {
      const cards = cardsIn(drawn(form, place, {}))
      const declining = cards.filter((card) => card.includes(`value="${preferNotToSay}"`))
      expect(declining.length).toBeGreaterThan(0)
      const classes = (card: string) => looks(card).match(/class="[^"]*"/g)?.[0]
      expect(new Set(cards.map(classes)).size, "one look for every card").toBe(1)
      for (const card of declining) expect(card).not.toMatch(/style=|hidden|disabled|tabindex/)
    }
  })

  test("declining gets no note, and its page says what it says with any answer", () => {
    for (const [place, { questions }] of form.pages.entries()) {
      const declined = Object.fromEntries(questions.map(({ key }) => [key, preferNotToSay]))
      const fields = questions.map(({ key }) => [`q.${key}`, preferNotToSay] as const)
      expect(pageNote(questions, declined, fields)).toBeUndefined()
      const said = (answers: WireAnswers) => drawn(form, place, answers).replaceAll(/<[^>]*>|\s+/g, " ")
      expect(said(declined).trim()).toBe(said({}).trim())
      expect(said(declined)).toContain(optOutWords)
    }
  })
})

test("no style speaks of the opt-out, and no card is faint", { tags }, () => {
  const sheets = readdirSync(style).filter((file) => file.endsWith(".css"))
  const css = sheets
    .map((file) => readFileSync(join(style, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, ""))
    .join("\n")
  expect(
    css.match(/prefer-not-to-say|opt-out|\[value|:last-(?:child|of-type)[^{]*card|card[^{]*:(?:last|nth)[^{]*/g),
  ).toBeNull()
  // The input itself is not seen: its card is.
  const cards = [...css.matchAll(/([^{}]*\.card[^{}]*)\{([^}]*)\}/g)].filter(([, at = ""]) => !/input\s*$|::/.test(at))
  expect(cards.length).toBeGreaterThan(2)
  const faint = cards.filter(([, , rules = ""]) => /\bopacity|\bfilter|\bvisibility|display: none/.test(rules))
  expect(faint.map(([, at]) => at)).toEqual([])
})
