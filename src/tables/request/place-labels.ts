/** Labels a place in a table with its name and its code, where the name is known. */
import type { VariableColumn } from "../../../db/evidence/columns/column-writer.ts"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { Category } from "../../../surveys/variables/variable.ts"

/** By its code. */
type NameOf = (code: string) => string | undefined

const called =
  (nameOf: NameOf) =>
  ({ key, words }: Category): Category => {
    const name = nameOf(key)
    return { key, words: name === undefined ? words : `${name} (${key})` }
  }

export const labelPlaces = (columns: Columns, nameOf: NameOf): Columns => ({
  ...columns,
  columns: new Map(
    [...columns.columns].map(([name, column]): readonly [string, VariableColumn] => [
      name,
      column.variable.coded ? { ...column, categories: column.categories.map(called(nameOf)) } : column,
    ]),
  ),
})
