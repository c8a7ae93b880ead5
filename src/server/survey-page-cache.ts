/** Renders and compresses a question page that shows no answer once, and splits it where its sealed field goes. */
import { Context, Layer } from "effect"
import type { Form } from "../../policy/data/form.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { WaitingKey } from "../../policy/data/waiting-survey.ts"
import { type DisplayForm, displayForm } from "../../surveys/display-form.ts"
import type { Recorded } from "../components/listen.tsx"
import type { View } from "../components/view.ts"
import { surveyPage } from "../pages/survey.tsx"
import { type Part, part, storedPart } from "./gzip-parts.ts"

/** Marks the place of the sealed field; no wording contains it. */
const mark = "sealed-field-goes-here"

interface Halves {
  readonly before: Part
  readonly after?: Part
}

export interface Site {
  readonly mode: Mode
  /** The address of the survey's script. */
  readonly script?: string | undefined
  /** Whether there is a recording at an address; without it there are no recordings. */
  readonly recorded?: Recorded
}

interface Pages {
  readonly display: (form: Form) => DisplayForm
  /** `redraws` says that the view shows answers or a note: such a page is rendered each time and never stored. */
  readonly parts: (form: Form, view: View, redraws: boolean) => readonly Part[]
  /** The start of class mode, rendered once a day. */
  readonly together: (form: Form, waitingKey: WaitingKey) => readonly Part[]
}

/** The answers decide which questions a page asks, so these are part of its name. */
const nameOf = (form: Form, view: View): string =>
  [
    form.id,
    view.at,
    ...(view.at === "question" ? [view.stop.place, ...view.stop.questions.map(({ key }) => key)] : []),
  ].join(" ")

export const surveyPages = ({ mode, script, recorded }: Site): Pages => {
  const displayForms = new Map<string, DisplayForm>()
  const rendered = new Map<string, Halves>()
  const starts = new Map<string, { readonly day: string; readonly parts: readonly Part[] }>()

  const displayOf = (form: Form): DisplayForm => {
    const known = displayForms.get(form.id) ?? displayForm(form)
    displayForms.set(form.id, known)
    return known
  }
  const render = (form: Form, view: View, waitingKey?: WaitingKey): string =>
    surveyPage({
      form,
      display: displayOf(form),
      view,
      mode,
      ...(script && { script }),
      ...(recorded && { recorded }),
      ...(waitingKey && { waitingKey }),
    })

  const halvesOf = (form: Form, view: View): Halves => {
    const name = nameOf(form, view)
    const known = rendered.get(name)
    if (known) return known
    const [before = "", after] = render(form, "sealed" in view ? { ...view, sealed: mark } : view).split(mark)
    const halves = { before: part(before), ...(after !== undefined && { after: part(after) }) }
    rendered.set(name, halves)
    return halves
  }

  return {
    display: displayOf,
    together: (form, waitingKey) => {
      const { day } = waitingKey
      const known = starts.get(form.id)
      if (known?.day === day) return known.parts
      const parts = [part(render(form, { at: "start" }, waitingKey))]
      starts.set(form.id, { day, parts })
      return parts
    },
    parts: (form, view, redraws) => {
      if (redraws) return [part(render(form, view))]
      const { before, after } = halvesOf(form, view)
      const sealed = "sealed" in view ? (view.sealed ?? "") : ""
      return after === undefined ? [before] : [before, storedPart(sealed), after]
    },
  }
}

export class SurveyPages extends Context.Service<SurveyPages, Pages>()("src/server/SurveyPages") {
  static readonly layer = (site: Site) => Layer.sync(SurveyPages, () => surveyPages(site))
}
