/** The life of one day's answers in plain dates, against which histories of the rules and of the product are held. */
import { londonDate } from "./histories.ts"

const hour = 3_600_000
const dayLength = 24 * hour

const civil = (time: number): string => new Date(time).toISOString().slice(0, 10)
export const later = (date: string, days: number): string => civil(Date.parse(date) + days * dayLength)
export const twoYearsOn = (date: string): string => {
  const on = `${Number(date.slice(0, 4)) + 2}${date.slice(4)}`
  return on.endsWith("02-29") ? on.replace("02-29", "02-28") : on
}

/** The same life in plain dates. `seen` is the latest day on which the calendar was looked at since the last decision. */
export interface Model {
  readonly given: string
  until: string | undefined
  seen: string
  destroyed: boolean
}

export const phase = ({ given, until, seen, destroyed }: Model, today: string): string => {
  if (destroyed) return "destroyed"
  const on = today > seen ? today : seen
  const dueOn = until ?? twoYearsOn(given)
  if (on < dueOn) return until === undefined ? "active" : "extended"
  return on < later(dueOn, 30) ? "review-due" : "review-overdue"
}

/** The day on which the calendar next brings something about. */
export const edge = ({ given, until, seen }: Model): string => {
  const dueOn = until ?? twoYearsOn(given)
  return seen < dueOn ? dueOn : later(dueOn, 30)
}

/** London's midnight is UTC's, or an hour before it in summer. */
export const midnight = (date: string): number => {
  const inSummer = Date.parse(date) - hour
  return londonDate(inSummer) === date ? inSummer : Date.parse(date)
}
