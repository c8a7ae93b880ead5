/** Does a night's work, such as the transfer of each day that has ended: as the service starts, at an hour of London's clock, and hourly until it has worked. */
import { dayOf, hourOf } from "../../db/keys/civil-day.ts"
import { grace } from "../../db/transfer/grace.ts"
import type { NightlyResult } from "../deployment/messages.ts"

/** A clock that a test can move. */
export interface Clock {
  readonly now: () => number
  /** Resolves to false when the service stops. */
  readonly wait: (milliseconds: number) => Promise<boolean>
}

/** What a kind of work is called when it has worked or failed; `open` is the first day that is not over. */
export interface NightTexts {
  readonly done: (open: string, sentence: string) => string
  readonly failed: (open: string, sentence: string) => string
}

const transferTexts: NightTexts = {
  done: (open, sentence) => `Transfer of the days before ${open}: ${sentence}`,
  failed: (open, sentence) =>
    `The transfer of the days before ${open} FAILED: ${sentence} Answers are still accepted. It runs again every hour.`,
}

export const custodyTexts: NightTexts = {
  done: (_open, sentence) => `Retention: ${sentence}`,
  failed: (_open, sentence) =>
    `The retention clock FAILED: ${sentence} Answers are still accepted. It runs again every hour.`,
}

export interface Nights {
  readonly texts?: NightTexts
  readonly at: number
  readonly clock: Clock
  readonly transfer: () => Promise<NightlyResult>
  readonly report: (outcome: "done" | "failed", sentence: string) => void
}

/** Milliseconds between two looks at the clock, which may be set in between. */
const betweenLooks = 60_000

const hour = 3_600_000

export const defaultHour = 2

const notStarted: NightlyResult = { outcome: "failed", sentence: "it could not be started." }

/** Every day before this one is over. */
const firstOpenDay = (instant: number): string => dayOf(instant - grace.hours * hour)

/**
 * The service may stop and start at any time, so it looks for work as it starts and trusts nothing from before.
 * After a failure it tries again each hour; it reports one failure a day, and at once when the reason changes.
 */
export const eachNight = async ({ texts = transferTexts, at, clock, transfer, report }: Nights): Promise<void> => {
  let transferred = ""
  let isDue = true
  let triedAt = Number.NEGATIVE_INFINITY
  let reported: string | undefined

  const tryOnce = async (now: number): Promise<void> => {
    const open = firstOpenDay(now)
    triedAt = now
    const { outcome, sentence } = await transfer().catch(() => notStarted)
    if (outcome === "failed") {
      const failure = texts.failed(open, sentence)
      if (reported !== failure) report("failed", failure)
      reported = failure
      return
    }
    transferred = open
    isDue = false
    if (outcome === "done" || reported !== undefined) report("done", texts.done(open, sentence))
    reported = undefined
  }
  do {
    const now = clock.now()
    isDue ||= firstOpenDay(now) !== transferred && hourOf(now) >= at
    // A clock that was set back makes no hour longer.
    const isWaiting = triedAt <= now && now < triedAt + hour
    if (isDue && !isWaiting) await tryOnce(now)
  } while (await clock.wait(betweenLooks))
}
