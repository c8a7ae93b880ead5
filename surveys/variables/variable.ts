/** Defines a variable of a table: it puts every response in one of its categories, which are listed in reading order. */
import type { FormId } from "../../policy/data/form-id.ts"

/** One kept response without its free text: what a variable may read. */
export interface ResponseRecord {
  readonly form: FormId
  /** `matched`, or why the home postcode gave no geography. */
  readonly place: string
  /** From the home postcode, or from the council that the child named. */
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
  /** Keys of the questions that the variable reads. */
  readonly questions: readonly string[]
  /** The key of the response's category; `undefined` for an answer that no form offers. */
  readonly categoryOf: (held: ResponseRecord) => string | undefined
  /** The name of the coarser variable, whose categories each hold several of these. */
  readonly above?: string
  /** For a coarser variable: the categories of the finer one that each of its categories holds, by key. */
  readonly holds?: Readonly<Record<string, readonly string[]>>
  /** Shown to a person who asks for the variable. */
  readonly note?: string
  /** May filter the responses of a table, but not be a dimension of it. */
  readonly onlyFilters?: true
  /** Set for a property that reveals nothing about a group, such as its region or age. Any other variable is sensitive. */
  readonly sensitive?: false
  /** Has one more category for each code in the data. A table may use it only after a decision that names it. */
  readonly coded?: true
}

/** Each key once, with its first words. */
export const distinct = (categories: readonly Category[]): readonly Category[] =>
  categories.filter((each, at) => categories.findIndex(({ key }) => key === each.key) === at)

interface Named {
  readonly name: string
  readonly title: string
}

/** Merges categories of `finer` into those of a coarser variable; a category that `into` does not map stays unchanged. */
export const coarser = (
  finer: Variable,
  named: Named,
  into: (key: string) => Category | undefined,
): readonly [finer: Variable, coarser: Variable] => {
  const { note: _note, above: _above, ...rest } = finer
  const holds = Object.groupBy(
    finer.categories.map(({ key }) => key),
    (key) => into(key)?.key ?? key,
  ) as Record<string, readonly string[]>
  return [
    { ...finer, above: named.name },
    {
      ...rest,
      ...named,
      holds,
      categories: distinct(finer.categories.map((category) => into(category.key) ?? category)),
      categoryOf: (held) => {
        const key = finer.categoryOf(held)
        return key === undefined ? undefined : (into(key)?.key ?? key)
      },
    },
  ]
}
