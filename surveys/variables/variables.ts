/** Lists every variable that a table may use, from the definitions of the forms. */

import { isCommunitySetting } from "../../policy/data/community-setting.ts"
import { agesOf } from "../../policy/data/form-scope.ts"
import { secureSettings } from "../../policy/data/setting.ts"
import { forms } from "../forms.ts"
import { formVariables, years } from "./form.ts"
import { geography } from "./geography.ts"
import { quality } from "./quality.ts"
import { questionVariables } from "./question-variables.ts"
import { type Category, coarser, type Variable } from "./variable.ts"

const bandOfAge = (key: string): Category | undefined => {
  const standard = forms.filter(({ derivedFrom }) => derivedFrom === undefined)
  const found = standard.find(({ id }) => agesOf[id].some((age) => `${age}` === key))
  return found && { key: `aged-${found.id}`, words: years(agesOf[found.id]) }
}

const community = { key: "community", words: "With family, in care or on their own" }
const secure = { key: "secure", words: "In a secure setting, in hospital or elsewhere" }

const kindOfSetting = (key: string): Category | undefined => {
  if (isCommunitySetting(key)) return community
  return secureSettings.some((each) => each === key) ? secure : undefined
}

const coarsened: Readonly<Record<string, (variable: Variable) => readonly Variable[]>> = {
  age: (age) => coarser({ ...age, sensitive: false }, { name: "age-band", title: "Age band" }, bandOfAge),
  setting: (setting) => coarser(setting, { name: "setting-kind", title: "Kind of home" }, kindOfSetting),
}

export const variables: readonly Variable[] = [
  ...formVariables,
  ...geography,
  ...questionVariables.flatMap((variable) => coarsened[variable.name]?.(variable) ?? [variable]),
  ...quality,
]

const byName = new Map(variables.map((variable) => [variable.name, variable]))

export const variableNamed = (name: string): Variable | undefined => byName.get(name)
