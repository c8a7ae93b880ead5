/** A question page that shows no answer is rendered once and split where its sealed field stands. */

import type { Form } from "../../policy/data/form.ts"
import { type AskedForm, asked } from "../../surveys/asked.ts"
import type { View } from "../components/view.ts"
import { surveyPage } from "../pages/survey.tsx"
import { deployment } from "./deployment.ts"
import { scriptAddress } from "./script-address.ts"

/** Stands where the sealed field will; no wording contains it. */
const mark = "sealed-field-goes-here"

const askedForms = new Map<string, AskedForm>()

export const askedOf = (form: Form): AskedForm => {
  const known = askedForms.get(form.id) ?? asked(form)
  askedForms.set(form.id, known)
  return known
}

const render = (form: Form, view: View): string =>
  surveyPage({
    form,
    asked: askedOf(form),
    view,
    mode: deployment.mode,
    ...(scriptAddress && { script: scriptAddress }),
  })

const halves = new Map<string, readonly string[]>()

/** Which questions a page asks depends on the answers, so they are part of its name. */
const nameOf = (form: Form, view: View): string =>
  [form.id, view.at, ...(view.at === "question" ? view.stop.questions.map(({ key }) => key) : [])].join(" ")

const fresh = (form: Form, view: View, sealed: string): string => {
  const name = nameOf(form, view)
  const known = halves.get(name) ?? render(form, { ...view, sealed: mark } as View).split(mark)
  halves.set(name, known)
  return known.join(sealed)
}

/** `redraws`: the view shows answers or a note, so nothing of it is kept. */
export const surveyHtml = (form: Form, view: View, redraws: boolean): string =>
  redraws ? render(form, view) : fresh(form, view, "sealed" in view && view.sealed ? view.sealed : "")
