/** Writes a look as text: a table for each variable, its base, its test, and what the figures mean. */

import { variables } from "../../../surveys/variables/variables.ts"
import type { Chosen } from "../copy/choose-variables.ts"
import type { Weight } from "../weights/weight.ts"
import { intervalMeaning, weightedTo } from "../weights/weight-text.ts"
import type { Base } from "./cross.ts"
import type { Cell, Look } from "./look.ts"

const number = (value: number): string => Math.round(value).toLocaleString("en-GB")
const percent = (part: number): string => (100 * part).toFixed(1)

const cellText = ({ responses, share, interval }: Cell): string =>
  `${number(responses)}  ${percent(share)} % (${percent(interval.low)} to ${percent(interval.high)})`

const padded = (lines: readonly (readonly string[])[]): readonly string[] => {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("   ")
      .trimEnd(),
  )
}

const chance = (p: number): string => (p < 0.0001 ? "below 0.0001" : p.toFixed(4))

const testText = ({ test }: Look, tests: number): readonly string[] => {
  if (test === undefined) return []
  const many = tests > 1 ? `, ${chance(test.corrected)} corrected for ${tests} comparisons (Holm)` : ""
  return [
    `Rao-Scott test: F = ${test.f.toFixed(3)} on ${test.over.toFixed(2)} and ${number(test.under)} degrees of freedom, p ${test.p < 0.0001 ? "" : "= "}${chance(test.p)}${many}.`,
  ]
}

export interface LookContext {
  readonly column: Chosen | undefined
  readonly base: Base
  readonly percent: "columns" | "rows"
  readonly weight: Weight | undefined
}

const baseWords: Readonly<Record<Base, string>> = {
  answered: "children who answered",
  asked: "children who were asked",
}

const lookLines = (look: Look, { column, base, percent: of }: LookContext, tests: number): readonly string[] => {
  const { chosen, rows, columns, cells, bases } = look
  const across = column === undefined ? "" : `, by ${column.entry.label}`
  const isByColumn = of === "columns" || column === undefined
  const baseLine = isByColumn ? [["Base", ...bases.map(number)]] : []
  const table = [
    ["", ...columns],
    ...cells.map((row, at) => [
      `${rows[at]}${isByColumn ? "" : ` (base ${number(bases[at] ?? 0)})`}`,
      ...row.map(cellText),
    ]),
    ...baseLine,
  ]
  return [
    `${chosen.entry.label}${across}`,
    `Responses, ${isByColumn ? "percentage of each column" : "percentage of each row"}, 95 % interval. Base: ${number(look.base)} ${baseWords[base]}.`,
    ...padded(table),
    ...testText(look, tests),
  ]
}

const tableNames = new Set(variables.map(({ name }) => name))

/** The one way out: the release of a table, which has gates of its own. */
const wayOut = (looks: readonly Look[], column: Chosen | undefined): string => {
  const used = [...looks.map(({ chosen }) => chosen), ...(column === undefined ? [] : [column])]
  const derived = used.find(({ entry }) => !tableNames.has(entry.source))
  if (derived !== undefined)
    return `Nothing here may leave: ${derived.entry.name} is derived, and no table can be released of it.`
  const [first] = looks
  const columns = column === undefined ? "" : ` --columns ${column.entry.source}`
  return `Nothing here may leave but through a released table: ask -- table --rows ${first?.chosen.entry.source}${columns} --propose --by ID`
}

export const lookText = (looks: readonly Look[], context: LookContext): readonly string[] => {
  const tests = looks.filter(({ test }) => test !== undefined).length
  const { weight, column } = context
  return [
    ...looks.flatMap((each) => [...lookLines(each, context, tests), ""]),
    weight === undefined ? "Of children who chose to answer, not weighted." : weightedTo(weight),
    intervalMeaning.replace("chance and the weights", weight === undefined ? "chance" : "chance and the weights"),
    wayOut(looks, column),
  ]
}
