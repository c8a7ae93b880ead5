/** A table's title says what it shows and whom it leaves out, in the words of the forms. */
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { Filter, Levels, TableRequest } from "./table-request.ts"

const listed = (words: readonly string[], joint: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`

const named = (dimensions: readonly Levels[]): string =>
  listed(
    dimensions.map(([{ title }]) => title),
    "and",
  )

const only =
  (columns: Columns) =>
  ({ variable, categories }: Filter): string => {
    const called = columns.columns.get(variable.name)?.categories ?? variable.categories
    const words = categories.map((each) => called.find(({ key }) => key === each)?.words ?? each)
    return `${variable.title}: ${listed(words, "or")}`
  }

export const titleOf = ({ rows, columns, filters }: TableRequest, found: Columns): string => {
  const shown = columns.length === 0 ? named(rows) : `${named(rows)} by ${named(columns)}`
  return filters.length === 0 ? shown : `${shown} (only ${filters.map(only(found)).join("; ")})`
}
