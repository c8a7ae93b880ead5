/** Compares how many answers are stored with how many are expected at this hour, and logs each change of level once, in bands. */
import { hourOf } from "../../db/keys/civil-day.ts"
import { banded } from "../../policy/banded.ts"
import type { Log, Rate } from "../deployment/log.ts"

/** Percent of a school day's answers in each hour of London. */
const curve = [0, 0, 0, 0, 0, 0, 1, 2, 5, 14, 15, 13, 9, 12, 12, 5, 3, 3, 2, 2, 1, 1, 0, 0]

/** Answers on a school day, where app.config.ts does not say: the last survey's half a million over eight weeks. */
export const usualADay = 15_000

/** Milliseconds. */
const period = 10 * 60 * 1000
const periodsInAnHour = 6
/** One large school that finishes together is no cause for alarm at any hour. */
const leastExpected = 200

export const expectedAt = (instant: number, aDay: number): number =>
  Math.max(leastExpected, (aDay * (curve[hourOf(instant)] ?? 0)) / 100 / periodsInAnHour)

const levels: readonly Rate[] = ["as-expected", "above-expected", "far-above-expected"]

const levelOf = (count: number, expected: number): Rate => {
  if (count > 10 * expected) return "far-above-expected"
  return count > 3 * expected ? "above-expected" : "as-expected"
}

export interface RateAlarm {
  readonly stored: (count: number) => void
  /** Ends a period in which nothing more came. */
  readonly look: () => void
}

export const rateAlarm = (log: Log, aDay: number = usualADay, clock: () => number = Date.now): RateAlarm => {
  let began = clock()
  let count = 0
  let level: Rate = "as-expected"

  const change = (to: Rate, of: number): void => {
    if (to === level) return
    level = to
    log({ process: "launcher", event: "rate-changed", rate: to, count: banded(of) })
  }
  const isHigher = (to: Rate): boolean => levels.indexOf(to) > levels.indexOf(level)
  const look = (): void => {
    const now = clock()
    if (now - began < period && now >= began) return
    change(levelOf(count, expectedAt(began, aDay)), count)
    began = now
    count = 0
  }

  return {
    stored: (more) => {
      look()
      count += more
      // A rise is logged at once; a fall, when its period has ended.
      const to = levelOf(count, expectedAt(began, aDay))
      if (isHigher(to)) change(to, count)
    },
    look,
  }
}
