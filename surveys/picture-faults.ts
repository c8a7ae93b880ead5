/** Finds pictures that mislead a child who reads by them: one picture for two meanings, two answers alike, or a bad thing that looks good. */
import type { Form } from "../policy/data/form.ts"
import type { Option, Question, Row } from "../policy/data/question.ts"
import { noReplyIn } from "./no-reply.ts"

type Part = Row | Option

/** Words that mean one thing, so that one picture may stand for them. */
const sameMeaning: ReadonlyArray<readonly string[]> = [
  ["My friends", "Good friends", "Be with friends", "Play with friends"],
  ["My family", "Be with my family"],
  ["My school", "A good school", "Which school do you go to?", "What do you like to do at school?"],
  ["Not enough good jobs", "Not enough jobs"],
  [
    "How do you feel about them?",
    "How do you feel about each one?",
    "How do you feel when you think of them?",
    "How do you feel when you think about each one?",
  ],
  ["If you stop before the end, we keep nothing.", "Then we do not keep it."],
]

/** Nobody looks happy or whole in these, although no mark says so. */
const badInThemselves: ReadonlySet<string> = new Set([
  "adhesive-bandage",
  "broken-heart",
  "lonely",
  "microbe",
  "police-car-light",
  "sad-child",
  "thermometer",
  "thumbs-down",
])

/** A burden and a worry that are no evil in themselves. */
const isNeutral: ReadonlySet<string> = new Set(["caring", "leaders"])

const looksBad = (picture: string): boolean => /^(?:no|sad)-/.test(picture) || badInThemselves.has(picture)

const meaningOf = (words: string): string => sameMeaning.find((all) => all.includes(words))?.[0] ?? words

const optionsOf = (question: Question): readonly Part[] => ("options" in question ? question.options : [])
const rowsOf = (question: Question): readonly Part[] => ("rows" in question ? question.rows : [])

interface Shown {
  readonly words: string
  readonly picture?: string
}

/** Everything with a picture that a child sees in this form. The notice for a parent shows no picture. */
const shownIn = ({ id, privacy, pages }: Form): readonly Shown[] => [
  ...Object.values(privacy.child).flatMap((part) => (Array.isArray(part) ? part : [])),
  ...noReplyIn(id),
  ...pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => [
      ...(question.sentences ?? [{ words: question.ask, ...(question.picture && { picture: question.picture }) }]),
      ...rowsOf(question),
      ...optionsOf(question),
    ]),
]

const twoMeanings = (form: Form): readonly string[] => {
  const shown = shownIn(form)
  const pictures = [...new Set(shown.flatMap(({ picture }) => picture ?? []))]
  return pictures.flatMap((picture) => {
    const all = [...new Set(shown.filter((each) => each.picture === picture).map(({ words }) => meaningOf(words)))]
    const meanings = all.map((words) => `“${words}”`).join(" and ")
    return all.length > 1 ? [`picture "${picture}" means ${meanings}: give each its own`] : []
  })
}

const alike = (question: Question): readonly string[] =>
  [optionsOf(question), rowsOf(question)].flatMap((parts) =>
    parts.flatMap(({ key, picture }, index) => {
      const twin = parts.findIndex((part) => picture !== undefined && part.picture === picture)
      return twin >= 0 && twin < index
        ? [`${question.key}: "${parts[twin]?.key}" and "${key}" look alike: give each its own picture`]
        : []
    }),
  )

/** A barrier and a worry are bad things; "nothing" is not, and no hope is. */
const wronglyLooking = (question: Question): readonly string[] => {
  const isBad = question.topic === "barriers" || question.key === "worries"
  const isGood = question.topic === "hopes"
  if (!isBad && !isGood) return []
  return optionsOf(question).flatMap((option) => {
    const { key, picture } = option
    if (picture === undefined || isNeutral.has(key)) return []
    const shouldLookBad = isBad && !("alone" in option && option.alone)
    if (shouldLookBad === looksBad(picture)) return []
    return [
      `${question.key}: "${key}" is ${shouldLookBad ? "a bad thing and looks good" : "a good thing and looks bad"}`,
    ]
  })
}

/** One line a fault, with the form's id; none where every picture means one thing. */
export const pictureFaults = (form: Form): readonly string[] =>
  [
    ...twoMeanings(form),
    ...form.pages.flatMap(({ questions }) => questions).flatMap((each) => [...alike(each), ...wronglyLooking(each)]),
  ].map((fault) => `form ${form.id}: ${fault}`)
