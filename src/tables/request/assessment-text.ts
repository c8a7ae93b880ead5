/** Words the assessment of a requested table: safe or not, how many cells are withheld, a better request; never a count. */
import { parameters } from "../../../policy/parameters.ts"
import { nonResponse } from "../../../surveys/variables/non-response.ts"
import type { Category, Variable } from "../../../surveys/variables/variable.ts"
import type { Assessment } from "./assess.ts"
import { filterToFormsAsking } from "./forms-with-question.ts"
import type { Suggestion } from "./suggest-coarser.ts"
import { dimensionsOf, requestText, type TableRequest } from "./table-request.ts"
import type { UnprotectedTable } from "./tabulate-request.ts"

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`)

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`

const verdict = ({ cells: all, small, withheld, least, because, beside }: Assessment): string => {
  const of = `${cells(all)}, ${small === 0 ? "none" : small} of them small (1 to ${parameters.threshold.value - 1})`
  if (because !== undefined)
    return `Not to be released: ${of}; ${withheld === 0 ? "nothing" : (withheld ?? `at least ${least}`)} would be withheld.${beside === undefined ? ` ${sentence(because)}` : ""}`
  return withheld === 0
    ? `Safe to release: ${of}; nothing is withheld.`
    : `Safe to release: ${of}; ${withheld} would be withheld.`
}

const released = (tables: number): string => (tables === 1 ? "the 1 table" : `the ${tables} tables`)

const besideEarlier = ({ beside, because }: Assessment): readonly string[] => {
  if (beside === undefined) return []
  if (beside.tables === 0) return ["No table has been released so far."]
  const where = `together with ${released(beside.tables)} released so far: `
  return [sentence(beside.isSafe ? `${where}safe` : `refused ${where}${because}`)]
}

const advised =
  (asked: Assessment) =>
  ({ what, cut, withheld, saved }: Suggestion): string => {
    const fewer = saved > 0 ? `, ${asked.withheld === undefined ? "at least " : ""}${saved} fewer` : ""
    return `  ${what}: ${withheld} withheld${fewer}  (${requestText(cut)})`
  }

const elsewhere: readonly string[] = [nonResponse.notOnForm.words, nonResponse.otherAnswers.words]

const onlyThose = "once it is released, only tables of the same children, with the same categories, can follow it."

/** Otherwise nobody would know why anything is withheld where nothing is small, nor what it is in place of. */
const zeros = ({ protected: made, isOfOneCategory }: Assessment): readonly string[] => {
  if (isOfOneCategory) return [`  With --hide-zeros the zeros of such rows would be withheld instead; ${onlyThose}`]
  return made?.table.counts.some((count, cell) => count === 0 && made.published[cell] === 0)
    ? [`  Zeros are withheld too, in rows whose children would otherwise be seen to share one category; ${onlyThose}`]
    : []
}

const leavesOut = (cut: TableRequest): string => {
  const asking = filterToFormsAsking(cut)
  return asking === undefined
    ? "no form asks all of it"
    : `--filter form=${asking.categories.join(",")} leaves them out`
}

/** Children whom nobody asked are in the table too, unless a filter leaves their form out. */
const unasked = (cut: TableRequest, { dimensions }: UnprotectedTable): readonly string[] => {
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

const offered = ({ judged, advice }: TableAnswer): readonly string[] => {
  const { because, withheld } = judged
  const isRefused = because !== undefined
  const better = isRefused ? "Cuts that could be released instead:" : "Cuts that would have less withheld:"
  if (advice.length > 0) return [better, ...advice.map(advised(judged))]
  if (isRefused) return ["No cut like it, or a little coarser, was found that could be released instead."]
  return withheld === 0 ? [] : ["No cut like it, or a little coarser, would have less withheld."]
}

export interface TableAnswer {
  readonly cut: TableRequest
  readonly table: UnprotectedTable
  readonly judged: Assessment
  readonly advice: readonly Suggestion[]
}

export const assessmentText = (answer: TableAnswer): readonly string[] => {
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

export const variableList = (variables: readonly Variable[]): readonly string[] =>
  variables.flatMap((variable) => [
    `${variable.name}${kind(variable)}  ${variable.title}`,
    ...(variable.note ? [`    ${variable.note}`] : []),
    ...variable.categories.map(listed),
  ])
