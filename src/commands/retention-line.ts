/** Writes the retention of one day in a line: what holds now, and until when. */
import type { Day } from "../../policy/civil-day.ts"
import { type RetentionState, stateOn } from "../../policy/custody/retention.ts"

export const retentionLine = (stored: RetentionState, on: Day): string => {
  const current = stateOn(stored, on)
  const { of } = current.facts
  switch (current.state) {
    case "active":
      return `${of}  kept; the review falls due on ${current.facts.dueOn}`
    case "extended":
      return `${of}  extended; the next review falls due on ${current.facts.until}`
    case "review-due":
      return `${of}  in review since ${current.facts.dueOn}; decide before ${current.facts.decideBefore}`
    case "review-overdue":
      return `${of}  overdue since ${current.facts.decideBefore}: nothing reads it, and the clock destroys it`
    case "destroyed": {
      const { on: day, by, scan } = current.facts.certificate
      return `${of}  destroyed on ${day} by ${by}; certificate ${scan.slice(0, 12)}`
    }
  }
}
