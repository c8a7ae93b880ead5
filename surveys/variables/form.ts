/** Which form a child filled in, and whom it is for; an easy-read form is for those of its standard form. */
import { agesOf, derivedFrom } from "../../policy/data/form-scope.ts"
import { forms } from "../forms.ts"
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

const standardOf: Readonly<Record<string, string>> = derivedFrom

const bandOf = (id: string): Category | undefined => {
  const found = forms.find((each) => each.id === (standardOf[id] ?? id))
  return found && { key: `for-${found.id}`, words: `For children of ${years(agesOf[found.id])}` }
}

export const formVariables: readonly Variable[] = coarser(
  form,
  { name: "form-band", title: "Whom the form is for" },
  bandOf,
)
