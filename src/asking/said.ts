/** What is said of a table that was asked for: whether it is safe, what would be withheld, what would be better; never a count. */
import { parameters } from "../../policy/parameters.ts"
import { unsaid } from "../../surveys/variables/unsaid.ts"
import type { Category, Variable } from "../../surveys/variables/variable.ts"
import type { Advice } from "./advice.ts"
import type { CutTable } from "./answered.ts"
import { type Cut, canonicalCut, dimensionsOf } from "./cut.ts"
import { formsAsking } from "./forms-asking.ts"
import type { Judged } from "./judged.ts"

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`)

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`

const verdict = ({ cells: all, small, withheld, least, because, beside }: Judged): string => {
  const of = `${cells(all)}, ${small === 0 ? "none" : small} of them small (1 to ${parameters.threshold.value - 1})`
  if (because !== undefined)
    return `Not to be released: ${of}; ${withheld === 0 ? "nothing" : (withheld ?? `at least ${least}`)} would be withheld.${beside === undefined ? ` ${sentence(because)}` : ""}`
  return withheld === 0
    ? `Safe to release: ${of}; nothing is withheld.`
    : `Safe to release: ${of}; ${withheld} would be withheld.`
}

const released = (tables: number): string => (tables === 1 ? "the 1 table" : `the ${tables} tables`)

const besideEarlier = ({ beside, because }: Judged): readonly string[] => {
  if (beside === undefined) return []
  if (beside.tables === 0) return ["No table has been released so far for it to stand beside."]
  const where = `beside ${released(beside.tables)} released so far: `
  return [sentence(beside.isSafe ? `${where}safe` : `refused ${where}${because}`)]
}

const advised =
  (asked: Judged) =>
  ({ what, cut, withheld, saved }: Advice): string => {
    const fewer = saved > 0 ? `, ${asked.withheld === undefined ? "at least " : ""}${saved} fewer` : ""
    return `  ${what}: ${withheld} withheld${fewer}  (${canonicalCut(cut)})`
  }

const elsewhere: readonly string[] = [unsaid.notOnForm.words, unsaid.otherAnswers.words]

const onlyThose = "once it is released, only tables of the same children, with the same categories, can follow it."

/** Otherwise nobody would know why anything is withheld where nothing is small, nor what it is in place of. */
const zeros = ({ protected: made, isOfOneCategory }: Judged): readonly string[] => {
  if (isOfOneCategory) return [`  With --hide-zeros the zeros beside such rows would be withheld instead; ${onlyThose}`]
  return made?.table.counts.some((count, cell) => count === 0 && made.published[cell] === 0)
    ? [`  Zeros are withheld too, beside rows whose children would all be seen to be in one category; ${onlyThose}`]
    : []
}

const leavesOut = (cut: Cut): string => {
  const asking = formsAsking(cut)
  return asking === undefined
    ? "no form asks all of it"
    : `--filter form=${asking.categories.join(",")} leaves them out`
}

/** Children whom nobody asked are in the table too, unless a filter leaves their form out. */
const unasked = (cut: Cut, { dimensions }: CutTable): readonly string[] => {
  const all = dimensionsOf(cut).flatMap(([{ name }], at) => {
    const found = dimensions[at]?.categories.filter((category) => elsewhere.includes(category)) ?? []
    return found.map((category) => ({ name, category }))
  })
  return elsewhere.flatMap((category) => {
    const names = all.filter((each) => each.category === category).map(({ name }) => name)
    return names.length === 0
      ? []
      : [`  Children who are "${category}" are counted too, in ${names.join(", ")}: ${leavesOut(cut)}.`]
  })
}

const offered = ({ judged, advice }: Answer): readonly string[] => {
  const { because, withheld } = judged
  const isRefused = because !== undefined
  const better = isRefused ? "Cuts that could be released instead:" : "Cuts that would have less withheld:"
  if (advice.length > 0) return [better, ...advice.map(advised(judged))]
  if (isRefused) return ["No cut like it, or a little coarser, was found that could be released instead."]
  return withheld === 0 ? [] : ["No cut like it, or a little coarser, would have less withheld."]
}

export interface Answer {
  readonly cut: Cut
  readonly table: CutTable
  readonly judged: Judged
  readonly advice: readonly Advice[]
}

export const said = (answer: Answer): readonly string[] => {
  const { cut, table, judged } = answer
  const notes = [
    ...dimensionsOf(cut).flatMap((levels) => levels.flatMap(({ name, note }) => (note ? [`  ${name}: ${note}.`] : []))),
    ...zeros(judged),
    ...unasked(cut, table),
  ]
  return [
    table.title,
    verdict(judged),
    ...besideEarlier(judged),
    ...(notes.length > 0 ? ["Note:", ...notes] : []),
    ...offered(answer),
  ]
}

const listed = ({ key, words }: Category): string => `    ${key}  ${words}`

const kind = ({ above, onlyFilters, coded }: Variable): string => {
  if (coded) return ` (only on a signed decision; level above: ${above})`
  if (onlyFilters) return " (in a filter only)"
  return above === undefined ? "" : ` (level above: ${above})`
}

export const listOf = (variables: readonly Variable[]): readonly string[] =>
  variables.flatMap((variable) => [
    `${variable.name}${kind(variable)}  ${variable.title}`,
    ...(variable.note ? [`    ${variable.note}`] : []),
    ...variable.categories.map(listed),
  ])
