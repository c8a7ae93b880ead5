/** Counts in civil days of London: a day is a date that exists, and years and days are counted on the calendar. */
import { DateTime, Effect, Schema } from "effect"

/** Every stored row has a date and is read often, so this asks JavaScript's own `Date`, which makes 30 February a day of March. */
export const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

export const CivilDate = Schema.String.check(
  Schema.makeFilter((text) => isCivilDate(text) || "give a civil date that exists, such as 2027-04-19"),
)

/** In this century, so that every store accepts the same days. */
export const Day = CivilDate.check(Schema.isPattern(/^20/)).pipe(Schema.brand("Day"))
export type Day = typeof Day.Type

export const isDay = Schema.is(Day)

const london = DateTime.zoneMakeNamedUnsafe("Europe/London")

/** London's midnight falls on a whole hour of UTC, so a date once worked out holds to the end of its hour. */
const hour = 60 * 60 * 1000
let known = { hour: Number.NaN, date: "" }

/** The civil date in London, `YYYY-MM-DD`. */
export const civilDate = (at: DateTime.DateTime): string => {
  const now = Math.floor(DateTime.toEpochMillis(at) / hour)
  if (now !== known.hour) known = { hour: now, date: DateTime.formatIsoDate(DateTime.setZone(at, london)) }
  return known.date
}

/** Today in London, by Effect's clock. */
export const today: Effect.Effect<Day> = Effect.map(DateTime.now, (now) => civilDate(now) as Day)

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day

/** At noon, far from every change of date. */
const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/**
 * The same date in a later year. 29 February becomes 28 February in a year that has no 29th: of two readings the earlier
 * keeps data for less time (F05).
 */
export const yearsAfter = (day: Day, years: number): Day => {
  const date = noon(day)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  if (date.getUTCDate() !== noon(day).getUTCDate()) date.setUTCDate(0)
  return dayOf(date)
}

export const daysAfter = (day: Day, days: number): Day => {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** ISO dates sort as they read. */
export const earliest = (first: Day, ...others: readonly Day[]): Day => [first, ...others].toSorted()[0] ?? first
