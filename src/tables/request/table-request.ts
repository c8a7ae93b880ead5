/** What a table is asked for by: dimensions within the fixed hierarchies, and filters, none finer than a region or a signed decision. */
import { Effect } from "effect"
import { parseLayout } from "../../../policy/disclosure/tables/layout.ts"
import { TableRefused } from "../../../policy/disclosure/tables/refused.ts"
import type { GeographyException } from "../../../policy/release/geography-exception.ts"
import { allowsGeography, exceptionCommand } from "../../../policy/release/geography-gate.ts"
import { isWithin } from "../../../policy/release/geography-level.ts"
import type { Variable } from "../../../surveys/variables/variable.ts"
import { variableNamed, variables } from "../../../surveys/variables/variables.ts"
import { closestNames, didYouMean } from "./did-you-mean.ts"

/** A table as the command line names it, and the geography exception in force. */
export interface TableOptions {
  readonly rows: string
  readonly columns?: string | undefined
  readonly filters?: readonly string[] | undefined
  readonly exception?: GeographyException | undefined
}

/** Keys of categories, in the order of the variable; codes that it does not list come first, in theirs. */
export interface Filter {
  readonly variable: Variable
  readonly categories: readonly string[]
}

/** The levels of one dimension, the finest first. */
export type Levels = readonly [Variable, ...Variable[]]

export interface TableRequest {
  readonly rows: readonly Levels[]
  readonly columns: readonly Levels[]
  readonly filters: readonly Filter[]
  /** The decision by which it may be finer than a region. */
  readonly exception?: GeographyException | undefined
}

const refuse = (reason: string) => new TableRefused({ reason })

export const dimensionsOf = ({ rows, columns }: TableRequest): readonly Levels[] => [...rows, ...columns]

/** Every variable that it needs, once. */
export const variablesOf = (cut: TableRequest): readonly Variable[] => [
  ...new Set([...dimensionsOf(cut).flat(), ...cut.filters.map(({ variable }) => variable)]),
]

const tooFine = (name: string) =>
  refuse(
    `${name} is finer than may be published (rule aggregates-only-beyond-the-team): ask for region or country instead; finer geography waits for a signed decision (${exceptionCommand}).`,
  )

const find = (name: string, exception: GeographyException | undefined): Effect.Effect<Variable, TableRefused> => {
  const found = variableNamed(name)
  if (found?.coded && !allowsGeography(name, exception)) return tooFine(name)
  if (found !== undefined) return Effect.succeed(found)
  const parts = variables
    .map((each) => each.name)
    .filter((each) => each.startsWith(`${name}.`) || each.startsWith(`${name}@`))
  if (parts.length > 0) {
    const [first] = parts
    return refuse(`${name} is more than one variable, such as ${first}: table --variables lists them.`)
  }
  const names = closestNames(
    name,
    variables.map((each) => each.name),
  )
  return refuse(`There is no variable ${name}.${didYouMean(names)} table --variables lists them all.`)
}

const isAbove = (finer: Variable, above: Variable): boolean => {
  for (let at = finer.above; at !== undefined; at = variableNamed(at)?.above) if (at === above.name) return true
  return false
}

const levelsOf = Effect.fnUntraced(function* (names: readonly string[], exception: GeographyException | undefined) {
  const [leaf, ...above] = yield* Effect.forEach(names, (name) => find(name, exception))
  if (leaf === undefined) return yield* refuse("Name the variable of the rows.")
  for (const each of [leaf, ...above])
    if (each.onlyFilters) return yield* refuse(`${each.name} chooses responses and is not shown: put it in a --filter.`)
  for (const [at, upper] of above.entries()) {
    const lower = above[at - 1] ?? leaf
    if (!isAbove(lower, upper))
      return yield* refuse(
        `${upper.name} is not a level above ${lower.name}${lower.above === undefined ? ", which has no level above" : `: the next one is ${lower.above}`}.`,
      )
  }
  return [leaf, ...above] as const satisfies Levels
})

const categoryIn = (variable: Variable, given: string): Effect.Effect<string, TableRefused> => {
  const { name, categories } = variable
  if (categories.some(({ key }) => key === given)) return Effect.succeed(given)
  if (variable.coded && isWithin("local-authority", given)) return Effect.succeed(given)
  const keys = closestNames(
    given,
    categories.map(({ key }) => key),
  )
  const byWords = closestNames(
    given,
    categories.map(({ words }) => words),
  ).flatMap((words) => categories.find((each) => each.words === words)?.key ?? [])
  return refuse(
    `${name} has no category ${given}.${didYouMean([...new Set([...keys, ...byWords])])} table --variables lists them all.`,
  )
}

const filterFrom = Effect.fnUntraced(function* (written: string, exception: GeographyException | undefined) {
  const at = written.indexOf("=")
  const given = written
    .slice(at + 1)
    .split(",")
    .map((each) => each.trim())
  if (at < 1 || given.includes(""))
    return yield* refuse("Write a filter as variable=category, with a comma between categories.")
  const variable = yield* find(written.slice(0, at).trim(), exception)
  const keys = yield* Effect.forEach(given, (each) => categoryIn(variable, each))
  const listed = variable.categories.map(({ key }) => key)
  const codes = [...new Set(keys.filter((key) => !listed.includes(key)))].toSorted()
  return { variable, categories: [...codes, ...listed.filter((key) => keys.includes(key))] } satisfies Filter
})

/** The same ladder twice would cross a category with what it is part of. */
const related = (dimensions: readonly Levels[]): readonly [Variable, Variable] | undefined => {
  const all = dimensions.map(([leaf]) => leaf)
  for (const one of all) for (const other of all) if (isAbove(one, other)) return [one, other]
  return undefined
}

/** The same whatever order they were given in. */
export const inVariableOrder = (a: Filter, b: Filter): number =>
  variables.indexOf(a.variable) - variables.indexOf(b.variable)

export const parseRequest = Effect.fnUntraced(function* ({
  rows,
  columns,
  filters = [],
  exception,
}: TableOptions): Effect.fn.Return<TableRequest, TableRefused> {
  const layout = yield* parseLayout(columns === undefined ? rows : `${rows},${columns}`)
  const dimensions = yield* Effect.forEach(layout, (names) => levelsOf(names, exception))
  const inRows = (yield* parseLayout(rows)).length
  const twice = related(dimensions)
  if (twice !== undefined)
    return yield* refuse(`${twice[0].name} is part of ${twice[1].name}: write ${twice[0].name}<${twice[1].name}.`)
  const chosen = (yield* Effect.forEach(filters, (each) => filterFrom(each, exception))).toSorted(inVariableOrder)
  const again = chosen.find((each, at) => chosen[at - 1]?.variable === each.variable)
  if (again !== undefined)
    return yield* refuse(`${again.variable.name} is filtered twice: name all its categories in one filter.`)
  return { rows: dimensions.slice(0, inRows), columns: dimensions.slice(inRows), filters: chosen, exception }
})

const written = (dimensions: readonly Levels[]): string =>
  dimensions.map((levels) => levels.map(({ name }) => name).join("<")).join(",")

/** The same text for the same cut, whatever order its filters were given in. */
export const requestText = ({ rows, columns, filters }: TableRequest): string =>
  [
    `--rows ${written(rows)}`,
    ...(columns.length > 0 ? [`--columns ${written(columns)}`] : []),
    ...filters.map(({ variable, categories }) => `--filter ${variable.name}=${categories.join(",")}`),
  ].join(" ")
