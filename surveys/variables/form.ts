/** Builds the variables for the form that a child filled in, and for its band; easy read for the same ages belongs to the band of its standard form. */
import type { FormId } from "../../policy/data/form-id.ts"
import { agesOf, derivedFrom } from "../../policy/data/form-scope.ts"
import { formOf, forms } from "../forms.ts"
import { type Category, coarser, type Variable } from "./variable.ts"

/** `6 to 8 years old`. */
export const years = (ages: readonly number[]): string => `${ages[0]} to ${ages.at(-1)} years old`

const form: Variable = {
  name: "form",
  title: "Form",
  categories: forms.map(({ id, title }) => ({ key: id, words: title })),
  questions: [],
  sensitive: false,
  categoryOf: (held) => held.form,
}

const standards: Readonly<Record<string, FormId>> = derivedFrom

/** Easy read that goes on to older ages is a band of its own (F44). */
const standardOf = (id: FormId): FormId => {
  const standard = standards[id] ?? id
  return agesOf[standard].join() === agesOf[id].join() ? standard : id
}

const bandOf = (id: string): Category | undefined => {
  const form = forms.find((each) => each.id === id)
  const found = form && formOf(standardOf(form.id))
  return found && { key: `for-${found.id}`, words: `For children of ${years(agesOf[found.id])}` }
}

export const formVariables: readonly Variable[] = coarser(
  form,
  { name: "form-band", title: "Whom the form is for" },
  bandOf,
)
