/** Reports retention, extracts, complaints and releases, by day and in bands: never a child's answer, never a small count. */
import { type Banded, banded } from "../banded.ts"
import type { Day } from "../civil-day.ts"
import { acknowledgeBy, type ComplaintReceived, isAcknowledged } from "../custody/complaint.ts"
import { type ExtractState, isCertified, isOverdue } from "../custody/extract.ts"
import { stateOn } from "../custody/retention.ts"
import { nextReview } from "../custody/retention-notice.ts"
import type { Facts } from "../facts/facts.ts"
import type { StoredRelease } from "../release/released-tables.ts"
import { type Annex, annexOf } from "./annex.ts"

export interface RetainedDay {
  readonly of: string
  readonly state: "active" | "review due" | "review overdue" | "extended" | "destroyed"
  /** The day on which somebody must act next, or on which it was destroyed. */
  readonly next: string
}

export interface ExtractReport {
  readonly extract: string
  readonly takenOn: string
  readonly until: string
  readonly fields: readonly string[]
  readonly state: "out" | "overdue: nobody has certified its deletion" | "deleted, and certified"
}

/** Their number is in bands, as for answers: a complaint comes from somebody. */
export interface ComplaintsReport {
  readonly held: Banded
  readonly waiting: "none waits for an acknowledgement" | "at least one waits for an acknowledgement"
  readonly overdue: "none is overdue" | "at least one is overdue"
  /** The soonest last day for an acknowledgement. */
  readonly acknowledgeBy?: string
}

export interface ReleaseReport {
  readonly table: string
  readonly title: string
  readonly on: string
  readonly cells: number
  readonly withheld: number
  readonly checks: number
  readonly withdrawnOn?: string
}

export const retainedDays = ({ retentions }: Pick<Facts, "retentions">, on: Day): Annex<RetainedDay> =>
  annexOf(retentions, (all) =>
    all.map((each): RetainedDay => {
      const now = stateOn(each, on)
      const { of } = now.facts
      if (now.state === "destroyed") return { of, state: "destroyed", next: now.facts.certificate.on }
      if (now.state === "review-due") return { of, state: "review due", next: now.facts.decideBefore }
      if (now.state === "review-overdue") return { of, state: "review overdue", next: now.facts.decideBefore }
      return { of, state: now.state, next: nextReview(now) ?? now.facts.dueOn }
    }),
  )

const stateOfExtract = (each: ExtractState, on: Day): ExtractReport["state"] => {
  if (isCertified(each)) return "deleted, and certified"
  return isOverdue(each, on) ? "overdue: nobody has certified its deletion" : "out"
}

export const extractReports = ({ extracts }: Pick<Facts, "extracts">, on: Day): Annex<ExtractReport> =>
  annexOf(extracts, (all) =>
    all.map((each) => ({
      extract: each.facts.id.slice(0, 8),
      takenOn: each.facts.takenOn,
      until: each.facts.expiresOn,
      fields: each.facts.fields.map((field) => field.replaceAll("-", " ")),
      state: stateOfExtract(each, on),
    })),
  )

const complaintsOf = (all: readonly ComplaintReceived[], on: Day): ComplaintsReport => {
  const waiting = all.filter((each) => !isAcknowledged(each)).map(acknowledgeBy)
  const [soonest] = waiting.toSorted()
  return {
    held: banded(all.length),
    waiting: waiting.length > 0 ? "at least one waits for an acknowledgement" : "none waits for an acknowledgement",
    overdue: waiting.some((last) => last < on) ? "at least one is overdue" : "none is overdue",
    ...(soonest !== undefined && { acknowledgeBy: soonest }),
  }
}

export const complaintsReport = ({ complaints }: Pick<Facts, "complaints">, on: Day): Annex<ComplaintsReport> =>
  annexOf(complaints, (all) => [complaintsOf(all, on)])

const releaseOf = ({ proposal, checks, table, withdrawnOn }: StoredRelease): ReleaseReport => ({
  table: proposal.id.slice(0, 12),
  title: table.title,
  on: table.releasedOn,
  cells: table.cells.length,
  withheld: table.cells.filter(({ count }) => count === "[c]").length,
  checks: checks.length,
  ...(withdrawnOn !== undefined && { withdrawnOn }),
})

export const releaseReports = ({ releases }: Pick<Facts, "releases">): Annex<ReleaseReport> =>
  annexOf(releases, ({ tables }) => tables.map(releaseOf))
