/** Words a plan: of each table whether it can be had, how many cells are withheld and why, or which request would give it. */
import { parameters } from "../../../policy/parameters.ts"
import { requestText } from "../request/table-request.ts"
import type { PlannedOutcome, PublicationPlan } from "./plan-publication.ts"

const small = `small (1 to ${parameters.threshold.value - 1})`

const withheldIn = ({ made }: PlannedOutcome): number => made?.suppressed ?? 0

const cellsIn = ({ table }: PlannedOutcome): number => table?.table.lattice.size ?? 0

const withheldWords = (outcome: PlannedOutcome): string => {
  const withheld = withheldIn(outcome)
  if (withheld === 0) return "nothing is withheld"
  const others = withheld - outcome.small
  const why = others > 0 ? `, ${others} of them so that no ${small} count can be worked out` : ""
  return `${withheld} of ${cellsIn(outcome)} cells are withheld${why}`
}

const sentence = (words: string): string => words.replace(/\.$/, "")

const line = (outcome: PlannedOutcome): readonly string[] => {
  const { request, title, because, instead } = outcome
  if (because === undefined) return [`safe     ${title}: ${withheldWords(outcome)}`]
  const cure = instead === undefined ? "no coarser request like it would do" : `plan instead ${instead}`
  return [`refused  ${title}: ${sentence(because)}`, `         (${requestText(request)}; ${cure})`]
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10}%`

export const planText = ({ outcomes, passes }: PublicationPlan): readonly string[] => {
  const safe = outcomes.filter(({ because }) => because === undefined)
  const [cells, withheld] = [cellsIn, withheldIn].map((of) => safe.reduce((sum, each) => sum + of(each), 0))
  return [
    ...outcomes.flatMap(line),
    `${safe.length} of ${outcomes.length} tables are safe together and with everything released, after ${passes} passes; ${percent((cells ?? 0) - (withheld ?? 0), cells ?? 0)} of their cells are published.`,
  ]
}
