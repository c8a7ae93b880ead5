/** A question that the server refused is drawn again with a kind note next to it, without the words that were refused. */
import { renderToString } from "solid-js/web"
import { expect, test } from "vitest"
import { Survey } from "../../src/components/survey.tsx"
import { noteWords } from "../../src/components/words.ts"
import type { PageState } from "../../src/server/page-state.ts"
import { questionView } from "../../src/server/survey-step.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf } from "../../surveys/forms.ts"

const form = displayForm(formOf("9-12"))
const state: PageState = {
  token: "token",
  place: form.pages.length,
  answers: { setting: "with-parents", "home-postcode": { postcode: "ZZ9 9ZZ" } },
  begun: 0,
}

const drawn = (key: string): string => {
  const step = questionView(form, state, key)
  if (step.to !== "page") throw new Error("it leads away from the page")
  return renderToString(() => <Survey form={form} view={step.view} />)
}

test("without script too, the page of the question says what to do", () => {
  const html = drawn("home-postcode")
  expect(html).toContain(noteWords.notTaken)
  expect(html).toContain('name="text.home-postcode"')
  expect(html).not.toContain("ZZ9")
})

test("a question of no page of this child leads to the sending page", () => {
  const html = drawn("martian")
  expect(html).toContain(noteWords.tryAgain)
  expect(html).toContain('value="send"')
})
