/** Computes civil days in Europe/London, independent of the machine's time zone. */
const timeZone = "Europe/London"
const london = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" })

/** Returns for instance `2026-11-22`, as `policy/window.ts` does, but without Effect, which starts slowly. */
export const dayOf = (instant: number): string => london.format(instant)

const hours = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" })

/** From 0 to 23, on a clock in London. */
export const hourOf = (instant: number): number => Number(hours.format(instant))

export const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const minute = 60_000
const hour = 60 * minute

/** Milliseconds until the next look at the clock: at the next midnight, and within an hour in case the clock is changed. */
export const untilNextLook = (instant: number): number => {
  const today = dayOf(instant)
  if (dayOf(instant + hour) === today) return hour
  let [still, next] = [0, hour]
  while (next - still > 1) {
    const middle = Math.floor((still + next) / 2)
    if (dayOf(instant + middle) === today) still = middle
    else next = middle
  }
  return next
}
