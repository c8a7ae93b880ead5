/** Refuses rows of any day but today and yesterday, by the writer's own clock: a row of another day would stop transfer. */
import type { Arrival, Outcome } from "../../db/collection/append.ts"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"

/** An answer that is sealed before midnight may arrive after it. A day that was transferred is shut in the store itself. */
const isDayOf = (now: number): ((arrival: Arrival) => boolean) => {
  const today = dayOf(now)
  const days = [today, daysAfter(today, -1)]
  return ({ sealed }) => days.includes(sealed.day)
}

export const onlyOfNow =
  (
    append: (arrivals: readonly Arrival[]) => Promise<readonly Outcome[]>,
    /** Called for each group that has a row of another day. */
    refused: () => void,
    clock: () => number = Date.now,
  ) =>
  async (arrivals: readonly Arrival[]): Promise<readonly Outcome[]> => {
    const isOfNow = isDayOf(clock())
    const accepted = arrivals.filter(isOfNow)
    if (accepted.length === arrivals.length) return append(arrivals)
    refused()
    const outcomes = [...(accepted.length === 0 ? [] : await append(accepted))]
    return arrivals.map((arrival) => (isOfNow(arrival) ? (outcomes.shift() ?? "unavailable") : "refused"))
  }
