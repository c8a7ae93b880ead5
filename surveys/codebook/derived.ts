/** Variables that are worked out from answers, as data: each with its definition in words. They are never a table's own. */
import { nonResponse } from "../variables/non-response.ts"
import { type Category, distinct, type ResponseRecord, type Variable } from "../variables/variable.ts"
import { variables } from "../variables/variables.ts"

export interface Derived extends Variable {
  /** What counts as each category, for a reader of the codebook. */
  readonly definition: string
}

const yes = { key: "yes", words: "Yes" }
const no = { key: "no", words: "No" }
const declined: readonly Category[] = Object.values(nonResponse)

/** Which category each answer belongs to; any other key is a non-response and stays unchanged. */
type Recoding = Readonly<Record<string, Category>>

interface Naming {
  readonly name: string
  readonly title: string
  readonly definition: string
}

/** Reads the first of these variables that the child's form asks. */
const recoded = (naming: Naming, sources: readonly Variable[], recoding: Recoding): Derived => {
  const used = new Set(sources.flatMap(({ categories }) => categories.map(({ key }) => key)))
  const isOther = (key: string | undefined): boolean =>
    key === nonResponse.otherAnswers.key || key === nonResponse.notOnForm.key
  const categoryOf = (held: ResponseRecord): string | undefined => {
    const keys = sources.map((source) => source.categoryOf(held))
    const key = keys.find((each) => !isOther(each)) ?? nonResponse.notOnForm.key
    return Object.hasOwn(recoding, key) ? recoding[key]?.key : key
  }
  return {
    ...naming,
    questions: [...new Set(sources.flatMap(({ questions }) => questions))],
    categories: [
      ...distinct(Object.values(recoding)),
      ...declined.filter(({ key }) => used.has(key) && !isOther(key)),
      ...(used.has(nonResponse.notOnForm.key) || sources.length > 1 ? [nonResponse.notOnForm] : []),
    ],
    categoryOf,
  }
}

const named = (name: string): readonly Variable[] =>
  variables.filter((each) => each.name === name || each.name.startsWith(`${name}@`))

const looksAfter = {
  "with-parents": no,
  "with-relatives": no,
  "on-their-own": no,
  "friends-or-hostel": no,
  "young-offender-institution": no,
  "secure-training-centre": no,
  "inpatient-mental-health": no,
  other: no,
  "with-foster-parents": yes,
  "childrens-home": yes,
  "secure-childrens-home": yes,
  "supported-independent": yes,
  "supported-semi-independent": yes,
} satisfies Recoding

const inCare = recoded(
  {
    name: "in-care",
    title: "Lives where children in care live",
    definition:
      "Yes for foster parents, a children's home, a secure children's home, and supported accommodation. No for every other answer, also for relatives: the survey does not ask whether a council placed the child there. It is not the child's legal status.",
  },
  named("setting"),
  looksAfter,
)

const happy = { key: "happy", words: "Happy" }
const okay = { key: "okay", words: "Okay" }
const unhappy = { key: "not-happy", words: "Not happy" }

/** The forms for 13 to 17 offer five points, all others three. */
const threePoints = {
  "very-happy": happy,
  happy,
  okay,
  unhappy,
  "very-unhappy": unhappy,
  "not-happy": unhappy,
} satisfies Recoding

const rowsOf = (grid: string): readonly string[] => [
  ...new Set(variables.flatMap(({ name }) => (name.startsWith(`${grid}.`) ? [name.replace(/@.*$/, "")] : []))),
]

const happiness = ["life-now", "world-now"].flatMap(rowsOf).map((row): Derived => {
  const sources = named(row)
  const title = sources[0]?.title.replace(/ \(ages .*\)$/, "") ?? row
  return recoded(
    {
      name: `${row}.3`,
      title: `${title} (three points, all forms)`,
      definition:
        "Very happy and happy are Happy; okay is Okay; unhappy, very unhappy and not happy are Not happy. The forms for 13 to 17 offer five points and the others three, so a difference between ages may come from the scale.",
    },
    sources,
    threePoints,
  )
})

const noSupport = "support.none-of-these"
const supports = variables.filter(({ name }) => name.startsWith("support.") && name !== noSupport)

const hasSupport: Derived = {
  name: "has-support",
  title: "Has any of the named supports",
  definition:
    "Yes if the child chose any kind of support, in its own words too; No if the child chose none of these. A child who left the question blank is neither.",
  questions: ["support"],
  categories: [yes, no, ...declined.filter(({ key }) => key !== nonResponse.otherAnswers.key)],
  categoryOf: (held) => {
    const keys = supports.map((each) => each.categoryOf(held))
    if (keys.includes("chosen")) return yes.key
    if (keys.includes("not-chosen")) return no.key
    return keys.find((key) => key !== nonResponse.notOnForm.key) ?? nonResponse.notOnForm.key
  },
}

export const derived: readonly Derived[] = [inCare, hasSupport, ...happiness]
