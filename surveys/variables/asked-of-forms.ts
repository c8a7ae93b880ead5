/** The variables of the questions: one where every form asks with the same answers, and one for each where they differ. */
import { forms } from "../forms.ts"
import { type Part, partsOf } from "./part.ts"
import { unsaid } from "./unsaid.ts"
import { type Category, distinct, type Held, type Variable } from "./variable.ts"

const keysOf = ({ options }: Part): string =>
  options
    .map(({ key }) => key)
    .toSorted()
    .join(" ")

/** Answers that have no key in common cannot be taken for each other, as ages cannot: they stand side by side. */
const alike = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const groups = [...Map.groupBy(parts, keysOf).values()]
  const keys = groups.flatMap(([first]) => first?.options.map(({ key }) => key) ?? [])
  return new Set(keys).size === keys.length ? [parts] : groups
}

/** A form is worded for the eldest who are asked, where tables are; easy read has the same answers in other words. */
const eldest = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ form }) => form.derivedFrom === undefined).toReversed()

const agesOf = (parts: readonly Part[]) => {
  const ages = parts.flatMap(({ form }) => form.ages)
  return { from: Math.min(...ages), to: Math.max(...ages) }
}

const wordedByEldest = (parts: readonly Part[]): readonly Category[] => {
  const words = new Map(parts.toReversed().flatMap(({ options }) => options.map(({ key, words }) => [key, words])))
  for (const { options } of eldest(parts).toReversed()) for (const { key, words: own } of options) words.set(key, own)
  return distinct(parts.flatMap(({ options }) => options)).map(({ key, words: own }) => ({
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
    ...(parts.some(({ question }) => "dontKnow" in question && question.dontKnow) ? [unsaid.dontKnow] : []),
    unsaid.optOut,
    unsaid.notAnswered,
    unsaid.notAsked,
    ...(otherwise.size > 0 ? [unsaid.otherAnswers] : []),
    ...(isEverywhere ? [] : [unsaid.notOnForm]),
  ]
  const known = new Set(categories.map(({ key }) => key))
  const categoryOf = ({ form, answers }: Held): string | undefined => {
    const part = byForm.get(form)
    if (part === undefined) return otherwise.has(form) ? unsaid.otherAnswers.key : unsaid.notOnForm.key
    const answer = answers[part.question.key]
    const key = answer === undefined ? unsaid.notAsked.key : part.read(answer)
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

/** In the order of the questions, and of what each has. */
const named = [...Map.groupBy(parts, ({ question }) => question.key).values()].flatMap((asked) => [
  ...Map.groupBy(asked, ({ name }) => name).values(),
])

export const askedOfForms: readonly Variable[] = named.flatMap((all) => {
  const groups = alike(all)
  return groups.flatMap((group) => variableOf(group, groups.filter((other) => other !== group).flat()))
})
