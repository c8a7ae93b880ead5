/** Once a night, at an hour of London's clock, one transfer and one line; a night that goes badly is loud, and stops nothing. */
import { dayOf, hourOf } from "../../db/keys/civil-day.ts"

/** What a transfer says when it has ended: bands and days, nothing of an answer. */
export interface NightsWork {
  readonly went: "well" | "badly"
  readonly line: string
}

/** A clock that a test can move. */
export interface Clock {
  readonly now: () => number
  /** False when there is nothing more to wait for. */
  readonly wait: (milliseconds: number) => Promise<boolean>
}

export interface Nights {
  readonly at: number
  readonly clock: Clock
  readonly work: () => Promise<NightsWork>
  readonly well: (line: string) => void
  readonly badly: (line: string) => void
}

/** A clock that is set meanwhile is seen this soon. */
const look = 60_000

export const defaultHour = 2

/** The hour, `off`, or nothing that can be used. */
export const nightlyHour = (said: string | number | undefined): number | "off" | undefined => {
  if (said === undefined || said === "") return defaultHour
  if (said === "off") return "off"
  const hour = Number(said)
  return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : undefined
}

/** A night in which the service was down is made up for by the next one: a transfer takes every day that is over. */
export const eachNight = async ({ at, clock, work, well, badly }: Nights): Promise<void> => {
  const started = clock.now()
  let last = hourOf(started) >= at ? dayOf(started) : ""
  do {
    const now = clock.now()
    const day = dayOf(now)
    if (day === last || hourOf(now) < at) continue
    last = day
    const { went, line } = await work().catch((): NightsWork => ({ went: "badly", line: "it could not be started." }))
    if (went === "well") well(`Nightly transfer of ${day}: ${line}`)
    else
      badly(`The nightly transfer of ${day} FAILED: ${line} Answers are still taken; it is tried again tomorrow night.`)
  } while (await clock.wait(look))
}
