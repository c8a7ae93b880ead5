/** Codes of places are called by their names in a table, with the code beside the name, where the name is known. */
import type { VariableColumn } from "../../db/evidence/columns/column-writer.ts"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import type { Category } from "../../surveys/variables/variable.ts"

const called =
  (names: ReadonlyMap<string, string>) =>
  ({ key, words }: Category): Category => {
    const name = names.get(key)
    return { key, words: name === undefined ? words : `${name} (${key})` }
  }

/** `names` are by code. */
export const withNames = (columns: Columns, names: ReadonlyMap<string, string>): Columns => ({
  ...columns,
  columns: new Map(
    [...columns.columns].map(([name, column]): readonly [string, VariableColumn] => [
      name,
      column.variable.coded ? { ...column, categories: column.categories.map(called(names)) } : column,
    ]),
  ),
})
