/** What is said of a table that was asked for: whether it is safe, what would be withheld, what would be better; never a count. */
import { parameters } from "../../policy/parameters.ts"
import type { Category, Variable } from "../../surveys/variables/variable.ts"
import type { Advice } from "./advice.ts"
import type { CutTable } from "./answered.ts"
import { type Cut, canonicalCut, dimensionsOf } from "./cut.ts"
import type { Judged } from "./judged.ts"

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`)

const verdict = ({ cells: all, small, withheld, because }: Judged): string => {
  const of = `${cells(all)}, ${small === 0 ? "none" : small} of them small (1 to ${parameters.threshold.value - 1})`
  if (because !== undefined)
    return `Not to be released: ${of}. ${because.charAt(0).toUpperCase()}${because.slice(1).replace(/\.$/, "")}.`
  return withheld === 0
    ? `Safe to release: ${of}; nothing is withheld.`
    : `Safe to release: ${of}; ${withheld} would be withheld.`
}

const advised = ({ what, cut, withheld, saved }: Advice): string =>
  `  ${what}: ${withheld} withheld${saved === undefined ? "" : `, ${saved} fewer`}  (${canonicalCut(cut)})`

const elsewhere = ["Not on this form", "Asked with other answers"]

/** Children whom nobody asked are in the table too, unless a filter leaves their form out. */
const unasked = (cut: Cut, { dimensions }: CutTable): readonly string[] =>
  dimensionsOf(cut).flatMap(([{ name }], at) => {
    const found = dimensions[at]?.categories.filter((category) => elsewhere.includes(category)) ?? []
    return found.length === 0
      ? []
      : [
          `  ${name} is not asked alike on every form: those children are counted under "${found.join('", "')}"; --filter form=… leaves them out.`,
        ]
  })

export interface Answer {
  readonly cut: Cut
  readonly table: CutTable
  readonly judged: Judged
  readonly advice: readonly Advice[]
}

export const said = ({ cut, table, judged, advice }: Answer): readonly string[] => {
  const notes = [
    ...dimensionsOf(cut).flatMap((levels) => levels.flatMap(({ name, note }) => (note ? [`  ${name}: ${note}.`] : []))),
    ...unasked(cut, table),
  ]
  return [
    table.title,
    verdict(judged),
    ...(notes.length > 0 ? ["Note:", ...notes] : []),
    ...(advice.length > 0 ? ["Coarser cuts that would have less withheld:", ...advice.map(advised)] : []),
  ]
}

const listed = ({ key, words }: Category): string => `    ${key}  ${words}`

const kind = ({ above, onlyFilters, coded }: Variable): string => {
  if (coded) return " (never in a table)"
  if (onlyFilters) return " (in a filter only)"
  return above === undefined ? "" : ` (level above: ${above})`
}

export const listOf = (variables: readonly Variable[]): readonly string[] =>
  variables.flatMap((variable) => [
    `${variable.name}${kind(variable)}  ${variable.title}`,
    ...(variable.note ? [`    ${variable.note}`] : []),
    ...variable.categories.map(listed),
  ])
