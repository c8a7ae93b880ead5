/** The codebook: every variable once, with its codes, what each code means, and how each form asks for it. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { LawText } from "../../policy/data/lawful-basis.ts"
import { forms } from "../forms.ts"
import { nonResponse } from "../variables/non-response.ts"
import type { Variable } from "../variables/variable.ts"
import { variables } from "../variables/variables.ts"
import { derived } from "./derived.ts"
import { firstMissing, type MissingKind, missingOf } from "./missing.ts"

export interface Value {
  /** Whole, from 1; the codes of missing values are the same in all variables. */
  readonly code: number
  /** As the answer is kept. */
  readonly key: string
  readonly words: string
  /** Why there is no answer. */
  readonly missing?: MissingKind
}

/** How a form asks what the variable holds. */
export interface Asked {
  readonly form: string
  readonly question: string
  readonly wording: string
  readonly purpose: string
  readonly basis: LawText
}

export interface Entry {
  /** At most 32 letters, digits and underscores, which SPSS, Stata, R and Python all take. */
  readonly name: string
  /** As `ask -- table` calls it; a derived variable is not there. */
  readonly source: string
  readonly label: string
  /** Empty for a weight, which is a number. */
  readonly values: readonly Value[]
  /** The question, where the variable is one of its choices: all variables of a set are 0 or 1. */
  readonly set?: string
  readonly asked: readonly Asked[]
  /** For a variable that is worked out from answers. */
  readonly definition?: string
  readonly note?: string
}

const longestName = 32

const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, "_")

/** Two names that are cut to the same would be one variable in some package: the codebook then does not load. */
const namesOf = (all: readonly Variable[]): ReadonlyMap<Variable, string> => {
  const names = new Map(all.map((variable) => [variable, plain(variable.name).slice(0, longestName)]))
  if (new Set([...names.values()].map((name) => name.toLowerCase())).size !== all.length)
    throw new Error("two variables have the same name of 32 letters")
  return names
}

/** One choice of a question with several is 0 or 1, and anything else has codes from 1. */
const isChoice = ({ categories }: Variable): boolean =>
  categories.some(({ key }) => key === "chosen") && categories.some(({ key }) => key === "not-chosen")

const valuesOf = (variable: Variable): readonly Value[] => {
  const first = isChoice(variable) ? 0 : 1
  const answers = variable.categories.filter(({ key }) => missingOf(key) === undefined)
  // `not-chosen` is 0 and `chosen` is 1.
  const ordered = isChoice(variable) ? answers.toReversed() : answers
  const last = first + ordered.length - 1
  if (last >= firstMissing) throw new Error("a variable has more answers than there are codes")
  return [
    ...ordered.map(({ key, words }, at): Value => ({ code: first + at, key, words })),
    ...variable.categories
      .flatMap(({ key, words }): readonly Value[] => {
        const missing = missingOf(key)
        return missing === undefined ? [] : [{ code: missing.code, key, words, missing: missing.kind }]
      })
      .toSorted((one, other) => one.code - other.code),
  ]
}

/** A form that leaves the variable out, or asks with other answers, does so for a child who answers nothing too. */
const isOn = ({ categoryOf }: Variable, form: FormId): boolean => {
  const nowhere = { place: nonResponse.notAsked.key, localAuthority: null, region: null, imdDecile: null }
  const key = categoryOf({ form, ...nowhere, flags: [], answers: {} })
  return key !== nonResponse.notOnForm.key && key !== nonResponse.otherAnswers.key
}

const askedBy = (variable: Variable): readonly Asked[] =>
  forms
    .filter(({ id }) => isOn(variable, id))
    .flatMap((form) =>
      form.pages
        .flatMap(({ questions: asked }) => asked)
        .filter(({ key }) => variable.questions.includes(key))
        .map(({ key, ask, purpose }) => ({
          form: form.id,
          question: key,
          wording: ask,
          purpose: purpose ?? form.purpose,
          basis: form.basis,
        })),
    )

const all: readonly (Variable & { readonly definition?: string })[] = [...variables, ...derived]
const names = namesOf(all)

/** The variable of an entry, by the entry's name. */
export const codebookVariables: ReadonlyMap<string, Variable> = new Map(
  all.map((variable) => [names.get(variable) ?? variable.name, variable]),
)

export const codebook: readonly Entry[] = all.map((variable) => {
  const { name, title, definition, note } = variable
  return {
    name: names.get(variable) ?? name,
    source: name,
    label: title,
    values: valuesOf(variable),
    asked: askedBy(variable),
    ...(isChoice(variable) && { set: plain(name.split(".")[0] ?? name) }),
    ...(definition !== undefined && { definition }),
    ...(note !== undefined && { note }),
  }
})
