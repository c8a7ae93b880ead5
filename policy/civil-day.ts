/** Days of decisions are civil days in London, each one that exists; years and days are counted on the calendar alone. */
import { DateTime, Effect, Schema } from "effect"
import { CivilDate } from "./dpia/entry.ts"
import { civilDate } from "./window.ts"

/** `2027-04-19`, in this century, so that every store takes the same ones. */
export const Day = CivilDate.check(Schema.isPattern(/^20/)).pipe(Schema.brand("Day"))
export type Day = typeof Day.Type

export const isDay = Schema.is(Day)

/** Effect's clock, in London. */
export const today: Effect.Effect<Day> = Effect.map(DateTime.now, (now) => civilDate(now) as Day)

const asWritten = (date: Date): Day => date.toISOString().slice(0, 10) as Day

/** At noon, far from every change of date. */
const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/**
 * The same date so many years on. 29 February has none in most years: it becomes 28 February, the day before and not
 * the day after, since the earlier of two readings is the one that keeps data for less time (F05).
 */
export const yearsAfter = (day: Day, years: number): Day => {
  const date = noon(day)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  if (date.getUTCDate() !== noon(day).getUTCDate()) date.setUTCDate(0)
  return asWritten(date)
}

export const daysAfter = (day: Day, days: number): Day => {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return asWritten(date)
}

/** Civil days sort as they read. */
export const earliest = (first: Day, ...others: readonly Day[]): Day =>
  others.reduce((least, day) => (day < least ? day : least), first)
