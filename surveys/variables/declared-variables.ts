/** Declares every variable for the audit of releases: what divides the same children is one base variable. */

import { flags } from "../../policy/data/quality-flag.ts"
import type { BaseVariable, DeclaredVariable, DeclaredVariables } from "../../policy/release/declared-variables.ts"
import { forms } from "../forms.ts"
import { nonResponse } from "./non-response.ts"
import { distinct, type Variable } from "./variable.ts"
import { variables } from "./variables.ts"

interface Ladder {
  readonly base: BaseVariable
  /** By variable, the leaves of each category. */
  readonly leavesOf: ReadonlyMap<Variable, (key: string) => readonly number[]>
}

const named = (name: string): Variable | undefined => variables.find((each) => each.name === name)

const indexesWhere = (all: readonly unknown[], is: (at: number) => boolean): readonly number[] =>
  [...all.keys()].filter(is)

/** The variables above one, the nearest first. */
const aboveOf = (variable: Variable, all: readonly Variable[]): readonly Variable[] => {
  const above = all.find(({ name }) => name === variable.above)
  return above === undefined ? [] : [above, ...aboveOf(above, all)]
}

/** A category of a coarser variable holds the leaves of the finer categories within it. */
const withLevelsAbove = (
  finest: Variable,
  leavesOfKey: (key: string) => readonly number[],
  all: readonly Variable[] = variables,
): ReadonlyMap<Variable, (key: string) => readonly number[]> => {
  const found = new Map([[finest, leavesOfKey]])
  let below = leavesOfKey
  for (const variable of aboveOf(finest, all)) {
    const finer = below
    below = (key) => (variable.holds?.[key] ?? []).flatMap(finer)
    found.set(variable, below)
  }
  return found
}

const baseOf = (variable: Variable, leaves: number, isItem: boolean): BaseVariable => ({
  name: variable.name,
  leaves,
  isItem,
  isSensitive: variable.sensitive !== false,
})

const characteristics = new Set(
  forms.flatMap((form) =>
    form.pages.flatMap(({ questions }) =>
      questions.flatMap(({ key, characteristic }) => (characteristic === undefined ? [] : [key])),
    ),
  ),
)

const ownLadder = (variable: Variable, all: readonly Variable[]): Ladder => {
  const above = variable.coded === true ? (all.find(({ name }) => name === variable.above)?.categories ?? []) : []
  const keys = distinct([...variable.categories, ...above]).map(({ key }) => key)
  const isItem = variable.questions.length > 0 && !variable.questions.some((question) => characteristics.has(question))
  return {
    base: baseOf(variable, keys.length, isItem),
    leavesOf: withLevelsAbove(variable, (key) => [keys.indexOf(key)], all),
  }
}

const unanswered: readonly string[] = Object.values(nonResponse).map(({ key }) => key)

/** Each form with each age that it offers: a form and its ages are of the same children. */
const formAndAge = (form: Variable, age: Variable): Ladder => {
  const pairs = forms.flatMap(({ id, pages }) => {
    const offered = pages
      .flatMap(({ questions }) => questions)
      .flatMap((question) =>
        question.key === age.questions[0] && question.kind === "choice" ? question.options.map(({ key }) => key) : [],
      )
    return age.categories
      .filter(({ key }) => unanswered.includes(key) || offered.includes(key))
      .map(({ key }) => ({ form: id, age: key }))
  })
  return {
    base: baseOf(form, pairs.length, false),
    leavesOf: new Map([
      ...withLevelsAbove(form, (key) => indexesWhere(pairs, (at) => pairs[at]?.form === key)),
      ...withLevelsAbove(age, (key) => indexesWhere(pairs, (at) => pairs[at]?.age === key)),
    ]),
  }
}

/** A postcode that was matched has a decile, or none is known; any other has the reason why it was not. */
const postcodeAndDecile = (postcode: Variable, decile: Variable): Ladder => {
  const keys = decile.categories.map(({ key }) => key)
  const reasons = new Set(postcode.categories.map(({ key }) => key))
  return {
    base: baseOf(decile, keys.length, false),
    leavesOf: new Map([
      ...withLevelsAbove(decile, (key) => [keys.indexOf(key)]),
      [
        postcode,
        (key: string) =>
          keys.includes(key) ? [keys.indexOf(key)] : indexesWhere(keys, (at) => !reasons.has(keys[at] ?? "")),
      ],
    ]),
  }
}

/** Every combination of flags: a doubtful response has at least one. */
const everyFlag = (any: Variable): Ladder => {
  const combinations = Array.from({ length: 2 ** flags.length }, (_, at) => at)
  const chosen = (isFlagged: (at: number) => boolean) => (key: string) =>
    combinations.filter((at) => isFlagged(at) === (key === "yes"))
  return {
    base: baseOf(any, combinations.length, false),
    leavesOf: new Map([
      [any, chosen((at) => at > 0)],
      ...flags.flatMap((flag, bit) => {
        const variable = named(`flagged.${flag}`)
        return variable === undefined ? [] : ([[variable, chosen((at) => ((at >> bit) & 1) === 1)]] as const)
      }),
    ]),
  }
}

const sharedLadders = (): readonly Ladder[] => {
  const [form, age] = [named("form"), named("age")]
  const [postcode, decile, any] = [named("home-postcode"), named("imd-decile"), named("flagged")]
  return [
    ...(form && age ? [formAndAge(form, age)] : []),
    ...(postcode && decile ? [postcodeAndDecile(postcode, decile)] : []),
    ...(any ? [everyFlag(any)] : []),
  ]
}

/** A local authority of the geography in use, with the code of its region. */
export interface DeclaredPlace {
  readonly code: string
  readonly name: string
  readonly region: string
}

/**
 * The codes of a register are categories of its variable, and lie within the categories of the level above it, each of
 * which also holds itself: children in it who are in no place of the register.
 */
const withPlaces = (places: readonly DeclaredPlace[]): readonly Variable[] => {
  if (places.length === 0) return variables.filter(({ coded }) => coded !== true)
  const coded = variables.find((each) => each.coded === true)
  return variables.map((variable) => {
    if (variable === coded)
      return {
        ...variable,
        categories: [...places.map(({ code, name }) => ({ key: code, words: name })), ...variable.categories],
      }
    if (variable.name !== coded?.above) return variable
    const holds = Object.fromEntries(
      variable.categories.map(({ key }) => [
        key,
        coded.categories.some((each) => each.key === key)
          ? [key]
          : [...places.filter(({ region }) => region === key).map(({ code }) => code), key],
      ]),
    )
    return { ...variable, holds }
  })
}

const ladders = (places: readonly DeclaredPlace[]): readonly Ladder[] => {
  const shared = sharedLadders()
  const taken = new Set(shared.flatMap(({ leavesOf }) => [...leavesOf.keys()].map(({ name }) => name)))
  const all = withPlaces(places)
  const finest = all.filter(({ name }) => !taken.has(name) && !all.some(({ above }) => above === name))
  return [...shared, ...finest.map((variable) => ownLadder(variable, all))]
}

/** Local authorities are a variable only where their places are given. */
export const declaredWith = (places: readonly DeclaredPlace[]): DeclaredVariables => {
  const all = ladders(places)
  return {
    bases: all.map(({ base }) => base),
    variables: all.flatMap(({ leavesOf }, base) =>
      [...leavesOf].map(
        ([{ name, title, categories }, leaves]): DeclaredVariable => ({
          ...{ name, title, base },
          categories: categories.map(({ key, words }) => ({ key, words, leaves: leaves(key) })),
        }),
      ),
    ),
  }
}

/** The variables of tables that are no finer than a region. */
export const declaredVariables: DeclaredVariables = declaredWith([])
