/** Says which reviews of retention are announced, due or overdue, for status, the report's first page and a calendar. */
import { type Day, daysAfter } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { type RetentionState, stateOn } from "./retention.ts"

export interface RetentionNotice {
  readonly of: Day
  readonly kind: "announced" | "due" | "overdue"
  /** The day on which the review falls due, or before which it must be decided. */
  readonly by: Day
}

/** The day on which the next review falls due; `undefined` once it has, or once the answers are destroyed. */
export const nextReview = (state: RetentionState): Day | undefined => {
  if (state.state === "active") return state.facts.dueOn
  return state.state === "extended" ? state.facts.until : undefined
}

const noticeOf = (state: RetentionState, on: Day): RetentionNotice | undefined => {
  const current = stateOn(state, on)
  const { of } = current.facts
  const next = nextReview(current)
  if (next !== undefined)
    return daysAfter(on, parameters.reviewNotice.value) >= next ? { of, kind: "announced", by: next } : undefined
  if (current.state === "review-due") return { of, kind: "due", by: current.facts.decideBefore }
  return current.state === "review-overdue" ? { of, kind: "overdue", by: current.facts.decideBefore } : undefined
}

export const retentionNotices = (states: readonly RetentionState[], on: Day): readonly RetentionNotice[] =>
  states.flatMap((state) => noticeOf(state, on) ?? [])

const daysOf = (notices: readonly RetentionNotice[]): string => {
  const days = notices.map(({ of }) => of).sort()
  return days.length <= 3 ? days.join(", ") : `${days.length} days from ${days[0]} to ${days.at(-1)}`
}

const sentences = {
  announced: "The review of keeping the answers of",
  due: "Decide whether to keep the answers of",
  overdue: "Nobody decided in time about the answers of",
} as const

const endings = {
  announced: (by: string) => `falls due from ${by}: prepare it`,
  due: (by: string) => `before ${by}, or they are destroyed`,
  overdue: () => "so nothing reads them, and the clock destroys them",
} as const

/** One sentence for each kind of notice, the most urgent first. */
export const noticeSentences = (notices: readonly RetentionNotice[]): readonly string[] =>
  (["overdue", "due", "announced"] as const).flatMap((kind) => {
    const own = notices.filter((notice) => notice.kind === kind)
    const first = own.map(({ by }) => by).sort()[0]
    return first === undefined ? [] : [`${sentences[kind]} ${daysOf(own)} ${endings[kind](first)}.`]
  })
