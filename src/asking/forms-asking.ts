/** The forms on which everything in a cut's rows and columns is asked, with the same answers; other children would only be counted as not asked. */
import { forms } from "../../surveys/forms.ts"
import { unsaid } from "../../surveys/variables/unsaid.ts"
import type { Variable } from "../../surveys/variables/variable.ts"
import { variableNamed } from "../../surveys/variables/variables.ts"
import { type Cut, dimensionsOf, type Filter, inOrder } from "./cut.ts"

const elsewhere: ReadonlySet<string | undefined> = new Set([unsaid.notOnForm.key, unsaid.otherAnswers.key])

const nobody = { place: "not-asked", localAuthority: null, region: null, imdDecile: null, flags: [], answers: {} }

const chosenBy = ({ filters }: Cut): Filter | undefined => filters.find(({ variable }) => variable.name === "form")

/** The filter that leaves nobody in who was not asked; none where there is nothing to leave out, or nobody would stay. */
export const formsAsking = (cut: Cut): Filter | undefined => {
  const form: Variable | undefined = variableNamed("form")
  if (form === undefined) return undefined
  const chosen = chosenBy(cut)?.categories ?? forms.map(({ id }) => id)
  const asking = forms.flatMap(({ id }) =>
    chosen.includes(id) && dimensionsOf(cut).every(([leaf]) => !elsewhere.has(leaf.categoryOf({ ...nobody, form: id })))
      ? [id]
      : [],
  )
  return asking.length === 0 || asking.length === chosen.length ? undefined : { variable: form, categories: asking }
}

/** In place of whatever filter there is on the form. */
export const withForms = (cut: Cut, filter: Filter): Cut => {
  const all = [filter, ...cut.filters.filter(({ variable }) => variable !== filter.variable)]
  return { ...cut, filters: all.toSorted(inOrder) }
}
