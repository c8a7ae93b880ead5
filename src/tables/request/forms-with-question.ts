/** The forms on which everything in a cut's rows and columns is asked, with the same answers; other children would only be counted as not asked. */
import { forms } from "../../../surveys/forms.ts"
import { nonResponse } from "../../../surveys/variables/non-response.ts"
import type { Variable } from "../../../surveys/variables/variable.ts"
import { variableNamed } from "../../../surveys/variables/variables.ts"
import { dimensionsOf, type Filter, inVariableOrder, type TableRequest } from "./table-request.ts"

const elsewhere: ReadonlySet<string | undefined> = new Set([nonResponse.notOnForm.key, nonResponse.otherAnswers.key])

const nobody = { place: "not-asked", localAuthority: null, region: null, imdDecile: null, flags: [], answers: {} }

const chosenBy = ({ filters }: TableRequest): Filter | undefined =>
  filters.find(({ variable }) => variable.name === "form")

/** The filter that leaves nobody in who was not asked; none where there is nothing to leave out, or nobody would stay. */
export const filterToFormsAsking = (cut: TableRequest): Filter | undefined => {
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
export const withFormFilter = (cut: TableRequest, filter: Filter): TableRequest => {
  const all = [filter, ...cut.filters.filter(({ variable }) => variable !== filter.variable)]
  return { ...cut, filters: all.toSorted(inVariableOrder) }
}
