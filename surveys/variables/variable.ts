/** A variable of a table puts every response in one of its categories, which stand in the order in which they are read. */
import type { FormId } from "../../policy/data/form-id.ts"

/** One response as it is kept, words of the child's own apart: what a variable may look at. */
export interface Held {
  readonly form: FormId
  /** `matched`, or why the home postcode gave no geography. */
  readonly place: string
  /** Of the home postcode, or else of the council that the child named. */
  readonly localAuthority: string | null
  readonly region: string | null
  readonly imdDecile: number | null
  readonly flags: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
}

export interface Category {
  readonly key: string
  readonly words: string
}

export interface Variable {
  readonly name: string
  readonly title: string
  readonly categories: readonly Category[]
  /** Keys of the answers that it is read from. */
  readonly questions: readonly string[]
  /** The key of the response's category; `undefined` for an answer that no form offers. */
  readonly categoryOf: (held: Held) => string | undefined
  /** The name of the variable whose categories this one's are parts of. */
  readonly above?: string
  /** What somebody who asks for it should know. */
  readonly note?: string
  /** May choose the responses of a table, and be no dimension of one. */
  readonly onlyFilters?: true
  /** What is no secret of a whole group, as its region or its age; left out, it is one. */
  readonly sensitive?: false
  /** Has a category for each code that is kept, besides those that are listed: in a table only where a decision names it. */
  readonly coded?: true
}

/** Each key once, as it first stands. */
export const distinct = (categories: readonly Category[]): readonly Category[] =>
  categories.filter((each, at) => categories.findIndex(({ key }) => key === each.key) === at)

interface Named {
  readonly name: string
  readonly title: string
}

/** The variable of whose categories those of `finer` are parts; what `into` does not know stays as it is. */
export const coarser = (
  finer: Variable,
  named: Named,
  into: (key: string) => Category | undefined,
): readonly [finer: Variable, coarser: Variable] => {
  const { note: _note, above: _above, ...rest } = finer
  return [
    { ...finer, above: named.name },
    {
      ...rest,
      ...named,
      categories: distinct(finer.categories.map((category) => into(category.key) ?? category)),
      categoryOf: (held) => {
        const key = finer.categoryOf(held)
        return key === undefined ? undefined : (into(key)?.key ?? key)
      },
    },
  ]
}
