/** Days are civil days in Europe/London, whatever the machine's own time zone. */
const timeZone = "Europe/London"
const london = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" })

/** `2026-11-22`, the same as the door's; without Effect, so that the keeper starts at once. */
export const dayOf = (instant: number): string => london.format(instant)

const hours = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" })

/** From 0 to 23, as a clock on a wall in London shows it. */
export const hourOf = (instant: number): number => Number(hours.format(instant))

export const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const minute = 60_000
const hour = 60 * minute

/** How long to sleep before looking at the clock again: to the next day, and never so long that a changed clock goes unseen. */
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
