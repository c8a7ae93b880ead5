/** Builds the variables of the questions: one where every form offers the same answers, otherwise one for each set of answers. */
import { forms } from "../forms.ts"
import { nonResponse } from "./non-response.ts"
import { type Part, partsOf } from "./part.ts"
import type { Category, ResponseRecord, Variable } from "./variable.ts"

const keysOf = ({ options }: Part): string =>
  options
    .map(({ key }) => key)
    .toSorted()
    .join(" ")

/** A characteristic has one list of answers, from which a form may leave some out (F43, F44). */
const isOneList = (parts: readonly Part[]): boolean =>
  parts.every(({ question }) => question.characteristic !== undefined && question.kind === "choice")

/** Sets of answers without a common key cannot be confused either: they share one variable. */
const alike = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const groups = [...Map.groupBy(parts, keysOf).values()]
  const keys = groups.flatMap(([first]) => first?.options.map(({ key }) => key) ?? [])
  return isOneList(parts) || new Set(keys).size === keys.length ? [parts] : groups
}

/** The words of the eldest children's standard form are used in tables. */
const eldest = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ form }) => form.derivedFrom === undefined).toReversed()

/** Of the standard forms: easy read may go further (F44). */
const agesOf = (parts: readonly Part[]) => {
  const ages = eldest(parts).flatMap(({ form }) => form.ages)
  return { from: Math.min(...ages), to: Math.max(...ages) }
}

/** Each category once, in reading order: one that a form left out goes after the category that it follows elsewhere. */
const merged = (lists: readonly (readonly Category[])[]): readonly Category[] => {
  const all: Category[] = []
  for (const list of lists)
    for (const [at, category] of list.entries()) {
      const position = (key: string | undefined) => all.findIndex((each) => each.key === key)
      if (position(category.key) >= 0) continue
      const before = position(list[at - 1]?.key)
      all.splice(before < 0 ? all.length : before + 1, 0, category)
    }
  return all
}

const wordedByEldest = (parts: readonly Part[]): readonly Category[] => {
  const words = new Map(parts.toReversed().flatMap(({ options }) => options.map(({ key, words }) => [key, words])))
  for (const { options } of eldest(parts).toReversed()) for (const { key, words: own } of options) words.set(key, own)
  return merged(parts.map(({ options }) => options)).map(({ key, words: own }) => ({
    key,
    words: words.get(key) ?? own,
  }))
}

const variableOf = (parts: readonly Part[], elsewhere: readonly Part[]): readonly Variable[] => {
  const [first] = eldest(parts)
  if (first === undefined) return []
  const byForm = new Map(parts.map((part) => [part.form.id, part]))
  const otherwise = new Set(elsewhere.map(({ form }) => form.id))
  const isEverywhere = byForm.size + otherwise.size === forms.length
  const categories = [
    ...wordedByEldest(parts),
    ...(parts.some(({ question }) => "dontKnow" in question && question.dontKnow) ? [nonResponse.dontKnow] : []),
    nonResponse.optOut,
    nonResponse.notAnswered,
    nonResponse.notAsked,
    ...(otherwise.size > 0 ? [nonResponse.otherAnswers] : []),
    ...(isEverywhere ? [] : [nonResponse.notOnForm]),
  ]
  const known = new Set(categories.map(({ key }) => key))
  const categoryOf = ({ form, answers }: ResponseRecord): string | undefined => {
    const part = byForm.get(form)
    if (part === undefined) return otherwise.has(form) ? nonResponse.otherAnswers.key : nonResponse.notOnForm.key
    const answer = answers[part.question.key]
    const key = answer === undefined ? nonResponse.notAsked.key : part.read(answer)
    return key !== undefined && known.has(key) ? key : undefined
  }
  const { name, title, question } = first
  const { from, to } = agesOf(parts)
  const others = [...otherwise].join(", ")
  const differs = otherwise.size > 0
  return [
    {
      name: differs ? `${name}@${from}-${to}` : name,
      title: differs ? `${title} (ages ${from} to ${to})` : title,
      categories,
      questions: [question.key],
      categoryOf,
      ...(differs && { note: `asked with other answers on the forms ${others}, which have a variable of their own` }),
    },
  ]
}

const parts = forms.flatMap((form) =>
  form.pages.flatMap(({ questions }) => questions.flatMap((question) => partsOf(form, question))),
)

/** In the order of the questions, and of the parts of each question. */
const named = [...Map.groupBy(parts, ({ question }) => question.key).values()].flatMap((asked) => [
  ...Map.groupBy(asked, ({ name }) => name).values(),
])

export const questionVariables: readonly Variable[] = named.flatMap((all) => {
  const groups = alike(all)
  return groups.flatMap((group) => variableOf(group, groups.filter((other) => other !== group).flat()))
})
