/** The cuts one step coarser than another: a level up in a hierarchy, or a dimension fewer. */

import type { Variable } from "../../../surveys/variables/variable.ts"
import { variableNamed } from "../../../surveys/variables/variables.ts"
import { filterToFormsAsking, withFormFilter } from "./forms-with-question.ts"
import { dimensionsOf, type Levels, requestText, type TableRequest, variablesOf } from "./table-request.ts"

export interface CoarserRequest {
  readonly what: string
  readonly cut: TableRequest
}

const upFrom = ([leaf, next, ...more]: Levels): Levels | undefined => {
  if (next !== undefined) return [next, ...more]
  const above = leaf.above === undefined ? undefined : variableNamed(leaf.above)
  return above && [above]
}

/** What was in the columns comes into the rows when nothing is left there. */
const replaced = (cut: TableRequest, at: number, by: readonly Levels[]): TableRequest => {
  const all = dimensionsOf(cut)
  const rows = all.slice(0, cut.rows.length)
  const columns = all.slice(cut.rows.length)
  if (at < rows.length) rows.splice(at, 1, ...by)
  else columns.splice(at - rows.length, 1, ...by)
  return rows.length === 0 ? { ...cut, rows: columns, columns: [] } : { ...cut, rows, columns }
}

export const coarserRequests = (cut: TableRequest): readonly CoarserRequest[] => {
  const all = dimensionsOf(cut)
  const found = all.flatMap((levels, at): readonly CoarserRequest[] => {
    const [leaf] = levels
    const up = upFrom(levels)
    return [
      ...(up === undefined ? [] : [{ what: `${up[0].name} instead of ${leaf.name}`, cut: replaced(cut, at, [up]) }]),
      ...(all.length === 1 ? [] : [{ what: `without ${leaf.name}`, cut: replaced(cut, at, []) }]),
    ]
  })
  return [...new Map(found.map((each) => [requestText(each.cut), each])).values()]
}

/** The same of more children: what a filter leaves out may be the few in which two tables differ. */
export const withoutFilter = (cut: TableRequest): readonly CoarserRequest[] =>
  cut.filters.map((filter) => ({
    what: `without the filter on ${filter.variable.name}`,
    cut: { ...cut, filters: cut.filters.filter((each) => each !== filter) },
  }))

/** Only the children who were asked: nobody else has anything to hide in it. */
export const onlyFormsAsking = (cut: TableRequest): readonly CoarserRequest[] => {
  const asking = filterToFormsAsking(cut)
  return asking === undefined ? [] : [{ what: "only the forms that ask it", cut: withFormFilter(cut, asking) }]
}

/** With the level above too: what an earlier table shows and withholds of that is then kept to, where it was worked out before. */
export const withLevels = (cut: TableRequest): readonly CoarserRequest[] =>
  dimensionsOf(cut).flatMap((levels, at) => {
    const [leaf] = levels
    const above = levels.at(-1)?.above
    const more = above === undefined ? undefined : variableNamed(above)
    return more === undefined
      ? []
      : [{ what: `with ${more.name} above ${leaf.name}`, cut: replaced(cut, at, [[...levels, more]]) }]
  })

const upwards = (variable: Variable): readonly Variable[] => {
  const above = variable.above === undefined ? undefined : variableNamed(variable.above)
  return above === undefined ? [variable] : [variable, ...upwards(above)]
}

/** Every variable that a cut and those coarser than it need, once. */
export const variablesToRead = (cut: TableRequest): readonly Variable[] => [
  ...new Set([
    ...[cut, ...onlyFormsAsking(cut).map((each) => each.cut)].flatMap(variablesOf),
    ...dimensionsOf(cut).flatMap((levels) => levels.flatMap(upwards)),
  ]),
]
