/** Reads the chosen variables and weights of the chosen forms as the columns of a working copy. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { variableNamed } from "../../../surveys/variables/variables.ts"
import type { StorageSettings } from "../../deployment/storage.ts"
import { readForAnalysis } from "../read-for-analysis.ts"
import { weightVariables } from "../weights/units.ts"
import { weigh, weightOfEach } from "../weights/weigh.ts"
import { weightEntry } from "../weights/weight-entry.ts"
import { readWeight } from "../weights/weight-folder.ts"
import type { Chosen } from "./choose-variables.ts"
import type { CopyColumn } from "./copy-column.ts"
import { codedColumn, rowsOfForms } from "./copy-content.ts"

export interface CopyRequest {
  readonly chosen: readonly Chosen[]
  /** Names of weights. */
  readonly weights: readonly string[]
  readonly forms: readonly FormId[]
}

const form = variableNamed("form")

export const copyColumns = Effect.fnUntraced(function* (
  storage: StorageSettings,
  person: PersonId,
  { chosen, weights, forms }: CopyRequest,
) {
  const evidence = yield* Evidence
  const found = yield* Effect.forEach(weights, (name) => readWeight(evidence, storage.dataDir, name))
  const columns = yield* readForAnalysis(storage, person, [
    ...chosen.map(({ variable }) => variable),
    ...(found.length > 0 ? weightVariables : []),
    ...(form === undefined ? [] : [form]),
  ])
  const rows = rowsOfForms(columns, forms)
  const coded = chosen.flatMap((each): readonly CopyColumn[] => {
    const column = columns.columns.get(each.variable.name)
    return column === undefined ? [] : [codedColumn(each, column, rows)]
  })
  const weighed = yield* Effect.forEach(found, (weight) =>
    Effect.map(weigh(columns, weight), (one): CopyColumn => {
      const all = weightOfEach(one)
      const numbers = rows === undefined ? all : Float64Array.from(rows, (row) => all[row] ?? Number.NaN)
      return { entry: weightEntry(weight), numbers }
    }),
  )
  return { columns: [...coded, ...weighed], rows: rows?.length ?? columns.responses }
})
