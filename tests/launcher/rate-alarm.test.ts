/** The alarm compares the rate with the expected one of the hour, logs each change once, and never an exact count. */
import { describe, expect, test } from "vitest"
import { type LogEntry, logTo } from "../../src/deployment/log.ts"
import { expectedAt, rateAlarm } from "../../src/launcher/rate-alarm.ts"

const minute = 60_000
const noon = Date.parse("2027-03-03T12:00:00Z")
const night = Date.parse("2027-03-03T03:00:00Z")

const alarmAt = (began: number, aDay?: number) => {
  let now = began
  const said: LogEntry[] = []
  const alarm = rateAlarm(
    (entry) => said.push(entry),
    aDay,
    () => now,
  )
  const pass = (minutes: number, each: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      now += minute
      if (each > 0) alarm.stored(each)
      alarm.look()
    }
  }
  return {
    pass,
    said: () => said.map(({ event, rate }) => `${event} ${rate}`),
    counts: () => said.map(({ count }) => count),
  }
}

describe("the expected rate", () => {
  test("follows the hours of a school day, and is never less than one school's finish", () => {
    expect(expectedAt(noon, 15_000)).toBeCloseTo(225)
    expect(expectedAt(Date.parse("2027-03-03T10:00:00Z"), 60_000)).toBe(1_500)
    expect(expectedAt(Date.parse("2027-07-01T09:00:00Z"), 60_000), "summer time").toBe(1_500)
    expect(expectedAt(night, 60_000)).toBe(200)
  })
})

describe("the log", () => {
  test("is silent on a busy day and on a school that finishes together at night", () => {
    const day = alarmAt(noon)
    day.pass(60, 60)
    expect(day.said()).toEqual([])
    const late = alarmAt(night)
    late.pass(10, 60)
    expect(late.said()).toEqual([])
  })
  test("says each change once: a flood's rise at once, its end after its period", () => {
    const { pass, said, counts } = alarmAt(noon)
    pass(5, 20)
    pass(40, 600)
    expect(said()).toEqual(["rate-changed above-expected", "rate-changed far-above-expected"])
    pass(30, 20)
    expect(said().slice(2)).toEqual(["rate-changed as-expected"])
    for (const count of counts()) expect(count).toMatch(/^(\d[\d,]*0 to \d[\d,]*9|none)$/)
  })
  test("says that a flood has ended when nothing more comes", () => {
    const { pass, said } = alarmAt(night)
    pass(10, 100)
    pass(21, 0)
    expect(said()).toEqual(["rate-changed above-expected", "rate-changed as-expected"])
  })
  test("compares with what app.config.ts expects", () => {
    const { pass, said } = alarmAt(noon, 150_000)
    pass(10, 600)
    expect(said()).toEqual([])
  })
  test("writes the level and the band, and no other number", () => {
    let line = ""
    const alarm = rateAlarm(
      logTo((text) => (line += text)),
      15_000,
      () => noon,
    )
    alarm.stored(700)
    expect(JSON.parse(line)).toEqual({
      at: expect.any(String),
      process: "launcher",
      event: "rate-changed",
      rate: "above-expected",
      count: "700 to 709",
    })
  })
})
