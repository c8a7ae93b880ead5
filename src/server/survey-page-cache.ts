/** A question page that shows no answer is rendered and compressed once, and split where its sealed field stands. */
import type { Form } from "../../policy/data/form.ts"
import { type AskedForm, asked } from "../../surveys/asked.ts"
import type { View } from "../components/view.ts"
import { surveyPage } from "../pages/survey.tsx"
import { deployment } from "./deployment.ts"
import { type Part, part, storedPart } from "./gzip-parts.ts"
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

interface Halves {
  readonly before: Part
  readonly after?: Part
}

const rendered = new Map<string, Halves>()

/** Which questions a page asks depends on the answers, so they are part of its name. */
const nameOf = (form: Form, view: View): string =>
  [form.id, view.at, ...(view.at === "question" ? view.stop.questions.map(({ key }) => key) : [])].join(" ")

const halvesOf = (form: Form, view: View): Halves => {
  const name = nameOf(form, view)
  const known = rendered.get(name)
  if (known) return known
  const [before = "", after] = render(form, "sealed" in view ? { ...view, sealed: mark } : view).split(mark)
  const halves = { before: part(before), ...(after !== undefined && { after: part(after) }) }
  rendered.set(name, halves)
  return halves
}

/** `redraws`: the view shows answers or a note, so nothing of it is kept. */
export const surveyParts = (form: Form, view: View, redraws: boolean): readonly Part[] => {
  if (redraws) return [part(render(form, view))]
  const { before, after } = halvesOf(form, view)
  const sealed = "sealed" in view ? (view.sealed ?? "") : ""
  return after === undefined ? [before] : [before, storedPart(sealed), after]
}
