/** However a service is started and stopped, each day that has ended is transferred, and a failing transfer stays quiet. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { dayOf, daysAfter, hourOf } from "../../db/keys/civil-day.ts"
import type { NightlyResult } from "../../src/deployment/messages.ts"
import { eachNight } from "../../src/launcher/night.ts"

const minute = 60_000
const hour = 60 * minute
const begins = Date.parse("2026-10-23T00:00:00Z")

/** A fortnight's days may each have answers; a transfer takes those that were over an hour ago. */
class Service {
  now = begins
  transferred = daysAfter(dayOf(begins), -1)
  tries: number[] = []
  reports: { readonly at: number; readonly outcome: string }[] = []
  readonly at: number
  readonly takes: number
  /** From when until when every transfer fails. */
  readonly failing: readonly [number, number]

  constructor(at: number, takes: number, failing: readonly [number, number]) {
    this.at = at
    this.takes = takes
    this.failing = failing
  }

  get over(): string {
    return daysAfter(dayOf(this.now - hour), -1)
  }

  isFailing(at: number): boolean {
    return this.failing[0] <= at && at < this.failing[1]
  }

  /** Runs until its stop cuts off whatever is under way. */
  async run(until: number): Promise<void> {
    const transfer = async (): Promise<NightlyResult> => {
      this.tries.push(this.now)
      if (this.isFailing(this.now)) return { outcome: "failed", sentence: "it cannot reach the store." }
      const over = this.over
      this.now += this.takes
      if (this.now >= until) return { outcome: "failed", sentence: "it ended before it was done." }
      const outcome = over === this.transferred ? "idle" : "done"
      this.transferred = over
      return { outcome, sentence: "done." }
    }
    const wait = async (milliseconds: number): Promise<boolean> => {
      // Its stop has cut the transfer off: the next start is looked at instead.
      if (this.now >= until) return false
      this.check()
      this.now += milliseconds
      return this.now < until
    }
    const report = (outcome: "done" | "failed") => {
      if (this.now < until) this.reports.push({ at: this.now, outcome })
    }
    this.started = this.now
    await eachNight({ at: this.at, clock: { now: () => this.now, wait }, transfer, report })
    this.now = until
  }

  started = 0

  /** After each look: what was over as it started, or by the hour of the transfer, is transferred, unless it fails. */
  check(): void {
    const mended = Math.max(this.started, this.failing[1])
    if (this.isFailing(this.now) || (this.started < this.failing[1] && this.now < mended + hour + minute)) return
    const atStart = daysAfter(dayOf(this.started - hour), -1)
    expect(this.transferred >= atStart, `${this.transferred} at a start when ${atStart} was over`).toBe(true)
    const isPastTheHour = hourOf(this.now) >= this.at && hourOf(this.now - hour - minute - this.takes) >= this.at
    const isUp = this.now - this.started > hour + minute + this.takes
    if (isPastTheHour && isUp && dayOf(this.now - 2 * hour - minute - this.takes) === dayOf(this.now - hour))
      expect(this.transferred, new Date(this.now).toISOString()).toBe(this.over)
  }
}

const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 * 60 }), fc.integer({ min: 1, max: 30 * 60 })), {
  minLength: 1,
  maxLength: 12,
})
const failing = fc
  .tuple(fc.integer({ min: 0, max: 7 * 24 * 60 }), fc.integer({ min: 0, max: 40 * 60 }))
  .map(([from, length]): [number, number] => [begins + from * minute, begins + (from + length) * minute])

test("any pattern of starts, stops and failures", { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 10 }),
    failing,
    spans,
    async (at, takes, fails, pattern) => {
      const service = new Service(at, takes * 6_000, fails)
      for (const [up, down] of pattern) {
        const tried = service.tries.length
        await service.run(service.now + up * minute)
        const tries = service.tries.slice(tried)
        for (const [index, each] of tries.slice(1).entries())
          expect(each - (tries[index] ?? 0), "tries are an hour apart").toBeGreaterThanOrEqual(hour)
        service.now += down * minute
      }
      const starts = pattern.length
      const failedReports = service.reports.filter(({ outcome }) => outcome === "failed").length
      const daysOfFailing = Math.ceil((fails[1] - fails[0]) / (24 * hour)) + 1
      expect(failedReports).toBeLessThanOrEqual(starts + daysOfFailing)
    },
  )
  await fc.assert(property, {
    numRuns: process.env["FULL"] === "1" ? 1_000 : 20,
    interruptAfterTimeLimit: 20_000,
    // It is up for one minute, as long as its transfer takes.
    examples: [
      [
        0,
        10,
        [begins, begins],
        [
          [1, 1_555],
          [1, 3],
        ],
      ],
    ],
  })
})

test("a service that runs from 08:00 to 18:00 transfers the day before each morning", async () => {
  const service = new Service(2, minute, [0, 0])
  for (let day = 0; day < 14; day++) {
    service.now = begins + day * 24 * hour + 8 * hour
    await service.run(service.now + 10 * hour)
    expect(service.transferred).toBe(daysAfter(dayOf(service.now), -1))
  }
})

test("a clock that was set a year ahead and back does not end the nights", async () => {
  let now = begins + 3 * hour
  const began: string[] = []
  const wait = async () => {
    now += now === begins + 3 * hour ? 366 * 24 * hour : minute
    if (now > begins + 300 * 24 * hour && began.length > 1) now = begins + 4 * hour
    return now < begins + 28 * hour || now > begins + 300 * 24 * hour
  }
  const transfer = async (): Promise<NightlyResult> => {
    began.push(new Date(now).toISOString())
    return { outcome: "idle", sentence: "no day was due." }
  }
  await eachNight({ at: 2, clock: { now: () => now, wait }, transfer, report: () => undefined })
  expect(began.at(-1)).toBe("2026-10-24T01:00:00.000Z")
})
