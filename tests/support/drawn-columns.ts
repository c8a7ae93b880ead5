/** Responses as variables see them, drawn from the forms, and their columns without a store. */
import { type VariableColumn, variableWriter } from "../../db/evidence/columns/column-writer.ts"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import type { KeptResponseTable } from "../../db/evidence/schema.ts"
import type { ResponseRecord, Variable } from "../../surveys/variables/variable.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { keptRow } from "./kept-responses.ts"
import { matchedSamples } from "./transfer.ts"

export const heldIn = (row: KeptResponseTable): ResponseRecord => ({
  form: row.form,
  place: row.place,
  localAuthority: row.local_authority,
  region: row.region,
  imdDecile: row.imd_decile,
  answers: JSON.parse(row.answers),
  flags: JSON.parse(row.flags),
})

export const heldSamples = (count: number, seed: number): readonly ResponseRecord[] =>
  matchedSamples(count, seed).map((matched) => heldIn(keptRow(matched, "2026-03-02")))

const columnOf = (variable: Variable, all: readonly ResponseRecord[]): readonly [string, VariableColumn] => {
  const { add, column } = variableWriter(variable, all.length)
  for (const held of all) add(held)
  return [variable.name, column()]
}

/** Each with the key that its place among `all` gives it. */
export const columnsOf = (
  all: readonly ResponseRecord[],
  keys: readonly bigint[],
  wanted: readonly Variable[] = variables,
): Columns => ({
  responses: all.length,
  keys: BigUint64Array.from(keys),
  columns: new Map(wanted.map((variable) => columnOf(variable, all))),
})
