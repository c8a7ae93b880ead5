/** The writer stores rows of today and yesterday in London alone, and says once that it refused others. */
import { expect, test } from "vitest"
import type { Arrival } from "../../db/collection/append.ts"
import { once } from "../../src/deployment/once.ts"
import { onlyOfNow } from "../../src/writer/day-check.ts"
import { arrival } from "../support/arrival.ts"

const storing = (at: string) => {
  const stored: Arrival[] = []
  let said = 0
  const append = async (arrivals: readonly Arrival[]) => {
    stored.push(...arrivals)
    return arrivals.map(({ sealed }) => (sealed.form === "6-8" ? ("already-stored" as const) : ("stored" as const)))
  }
  const store = onlyOfNow(
    append,
    once(() => said++),
    () => Date.parse(at),
  )
  return { store, stored, said: () => said }
}

const of = (...days: string[]) => days.map((day) => arrival(day, { day }))

test("rows of other days are refused, and the others of their group are stored", async () => {
  const { store, stored, said } = storing("2026-11-22T12:00:00Z")
  const known = arrival("known", { day: "2026-11-22", form: "6-8" })
  const group = [...of("2020-01-01", "2026-11-21"), known, ...of("2026-11-20", "2026-11-23", "__proto__", "")]
  const refused = "refused"
  expect(await store(group)).toEqual([refused, "stored", "already-stored", refused, refused, refused, refused])
  expect(stored.map(({ sealed }) => sealed.day)).toEqual(["2026-11-21", "2026-11-22"])
  expect(await store(of("2020-01-01"))).toEqual([refused])
  expect(stored).toHaveLength(2)
  expect(said()).toBe(1)
})

test.each([
  ["before midnight in summer", "2027-06-30T22:59:59Z", ["2027-06-29", "2027-06-30"]],
  ["after midnight in summer", "2027-06-30T23:00:00Z", ["2027-06-30", "2027-07-01"]],
  ["after midnight in winter", "2027-01-01T00:00:00Z", ["2026-12-31", "2027-01-01"]],
])("%s the days are London's", async (_, at, days) => {
  const { store, stored, said } = storing(at)
  await store(of("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-06-29", "2027-06-30", "2027-07-01"))
  expect(stored.map(({ sealed }) => sealed.day)).toEqual(days)
  expect(said()).toBe(1)
})
