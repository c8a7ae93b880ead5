/** The retention clock and `ask -- retention` carry a rehearsal through its years by a moved clock, until no byte of a day is left. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { dayRetentionKeyId, destroyedFile, formerKeyId } from "../../db/backup/retention-key.ts"
import { lookFile } from "../../db/custody/clock.ts"
import { scanForRows } from "../../db/custody/scan-for-rows.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keepKey } from "../../db/keys/key-file.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import type { day as dayOf } from "../support/policy/team.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder, opened } from "../support/store.ts"
import { brokenRules } from "../support/tamper/broken-rules.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["retention-reviewed-after-two-years" as const]
const run = Effect.runPromise
const [first, second] = ["2027-04-20", "2027-04-22"] as const
const noIds = new Uint8Array()

interface Place {
  readonly storage: StorageSettings
  readonly one: string
  readonly other: string
}

const printed = async (on: string, storage: StorageSettings, ...args: readonly string[]) => {
  const { code, said } = await heard(() => askOn(on, storage, ...args))
  return { code, text: said.join("\n") }
}

/** Two days' answers in the evidence store, transferred as the product does, and two supervisors. */
const collected = async (engine: Engine): Promise<Place> => {
  const placed = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const storage = engine === "sqlite" ? placed : { ...placed, evidenceUrl: await newDatabase() }
  for (const [index, day] of [first, second].entries()) {
    const { publicKey, privateKey } = await newKeyPair()
    keepKey(privateKeyFile(storage.dataDir, day), privateKey)
    await append(await opened(collectionSource(storage)), matchedSamples(40, index), day, publicKey)
  }
  expect(await printed("2027-04-24", storage, "transfer")).toMatchObject({ code: 0 })
  const add = async () => {
    const dates = ["--from", "2027-01-01", "--until", "2040-12-31", "--trained", "2027-04-01"]
    const cleared = ["--clearance", "security-check", "--cleared-until", "2040-12-31"]
    const added = await printed(
      "2027-04-24",
      storage,
      "team",
      "add",
      "--role",
      "director-of-evidence",
      ...dates,
      ...cleared,
    )
    return /(?<=Added as )[0-9a-f]{16}/.exec(added.text)?.[0] ?? ""
  }
  const place = { storage, one: await add(), other: await add() }
  expect(await printed("2027-04-24", storage, "retention", "review")).toMatchObject({ code: 0 })
  return place
}

/** Looks at the clock often enough, as the service does, and trains the supervisors again. */
const passTime = async ({ storage, one, other }: Place, on: string) => {
  await printed(on, storage, "team", "change", one, "--trained", on)
  await printed(on, storage, "team", "change", other, "--trained", on)
  return printed(on, storage, "retention", "confirm-date", "--by", one)
}

const sourcesOf = (storage: StorageSettings) => [collectionSource(storage), evidenceSource(storage)]

const rowsOf = async (storage: StorageSettings, day: string): Promise<number> => {
  const { db } = rawEvidence(evidenceSource(storage))
  const { rows } = await sql<{
    n: number
  }>`select cast(count(*) as integer) as n from kept_response where day = ${day}`.execute(db)
  return rows[0]?.n ?? -1
}

const brokenOn = (day: string, storage: StorageSettings) => brokenRules(storage, Date.parse(`${day}T12:00:00Z`))

const leftOf = async ({ dataDir, ...rest }: StorageSettings, day: string) =>
  (await run(scanForRows(dataDir, sourcesOf({ dataDir, ...rest }), [day as ReturnType<typeof dayOf>], noIds))).left

describe.each(engines)("with the evidence on %s", (engine) => {
  test("one day is extended and then destroyed by two people, the other by the clock, and nothing is left", {
    tags,
    timeout: 300_000,
  }, async () => {
    const place = await collected(engine)
    const { storage, one, other } = place
    const files = () =>
      readdirSync(storage.dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    expect((await leftOf(storage, first)).length, "the scan sees the answers before").toBeGreaterThan(0)
    const people = ["--by", one, "--second", other]
    const reasons = ["--necessity", "Trends need a second year.", "--proportionality", "Only banded ages."]

    expect((await printed("2029-01-19", storage, "retention", "list")).text).not.toContain("falls due from")
    const calendar = join(newFolder(), "reviews.ics")
    const announced = await printed("2029-01-21", storage, "retention", "list", "--calendar", calendar)
    expect(announced.text).toContain(
      `The review of keeping the answers of ${first} falls due from 2029-04-20: prepare it.`,
    )
    expect(readFileSync(calendar, "utf8")).toMatch(/DTSTART;VALUE=DATE:20290420\r\n[\s\S]*TRIGGER:-P90D\r\n/)
    expect((await printed("2029-01-21", storage, "status")).text).toContain("falls due from 2029-04-20")
    const early = await printed("2029-01-21", storage, "retention", "destroy", first, ...people)
    expect(early).toMatchObject({ code: 1 })

    await passTime(place, "2029-04-21")
    expect((await printed("2029-04-21", storage, "retention", "review")).text).toContain(`${first}  in review since`)
    const until = ["--until", "2030-04-20"]
    const alone = await printed(
      "2029-04-21",
      storage,
      "retention",
      "extend",
      first,
      ...reasons,
      ...until,
      "--by",
      one,
      "--second",
      one,
    )
    expect(alone).toEqual({ code: 1, text: expect.stringContaining("let a second supervisor confirm the extension") })
    expect(
      (await printed("2029-04-21", storage, "retention", "destroy", first, "--by", one, "--second", one)).text,
    ).toContain("let a second supervisor confirm the destruction")
    expect(await rowsOf(storage, first)).toBe(40)
    expect(await printed("2029-04-21", storage, "retention", "extend", first, ...reasons, ...until, ...people)).toEqual(
      {
        code: 0,
        text: `The answers of ${first} are kept until the review on 2030-04-20.`,
      },
    )
    expect(await brokenOn("2029-04-21", storage), "after an extension").toEqual([])

    // Nobody decides about the second day.
    await passTime(place, "2029-05-23")
    const byClock = await printed("2029-05-23", storage, "retention", "review")
    expect(byClock.text).toContain(`Destroyed, because nobody decided in time: ${second}.`)
    expect([await rowsOf(storage, first), await rowsOf(storage, second)]).toEqual([40, 0])
    expect(await leftOf(storage, second)).toEqual([])
    expect(existsSync(privateKeyFile(storage.dataDir, dayRetentionKeyId(first)))).toBe(true)
    expect(existsSync(privateKeyFile(storage.dataDir, dayRetentionKeyId(second)))).toBe(false)
    expect(existsSync(join(storage.dataDir, "backups", second))).toBe(false)
    expect(await brokenOn("2029-05-23", storage), "after the clock destroyed a day").toEqual([])

    await passTime(place, "2030-02-01")
    expect(await printed("2030-02-01", storage, "retention", "destroy", first, ...people)).toMatchObject({ code: 0 })
    expect(await leftOf(storage, first)).toEqual([])
    expect(files().filter(({ name }) => name.endsWith(".sealed"))).toEqual([])
    const evidence = await openedEvidence(evidenceSource(storage))
    expect((await run(evidence.retentions)).map(({ state }) => state)).toEqual(["destroyed", "destroyed"])
    const kinds = ["retention-extended", "destruction-decided", "data-destroyed", "clock-confirmed"] as const
    expect(await Promise.all(kinds.map(async (kind) => (await run(evidence.bodiesOf(kind))).length))).toEqual([
      1, 1, 2, 3,
    ])
    const certificate = readFileSync(destroyedFile(storage.dataDir, first), "utf8")
    expect(JSON.parse(certificate)).toMatchObject({ of: first, on: "2030-02-01", scan: { found: 0 } })
    expect((await printed("2030-02-02", storage, "ledger", "verify")).code).toBe(0)
    expect(await brokenOn("2030-02-02", storage), "after every day is destroyed").toEqual([])
    expect((await printed("2030-02-02", storage, "retention", "destroy", first, ...people)).text).toContain(
      "are destroyed",
    )
  })
})

test("a clock that jumps destroys nothing until a person confirms the date", { tags }, async () => {
  const place = await collected("sqlite")
  const { storage, one } = place
  const jumped = await printed("2030-01-01", storage, "retention", "review")
  expect(jumped).toEqual({
    code: 1,
    text: expect.stringContaining("The clock went from 2027-04-24 to 2030-01-01. No answers were destroyed."),
  })
  const evidence = await openedEvidence(evidenceSource(storage))
  expect((await run(evidence.retentions)).map(({ state }) => state)).toEqual(["active", "active"])
  // Another command does not confirm it.
  await printed("2030-01-01", storage, "ledger", "verify")
  expect((await printed("2030-01-01", storage, "retention", "review")).code).toBe(1)
  expect((await printed("2027-04-23", storage, "retention", "review")).text).toContain(
    "The clock went from 2027-04-24 to 2027-04-23",
  )
  expect((await printed("2030-01-01", storage, "retention", "confirm-date", "--by", "0".repeat(16))).code).toBe(1)
  expect((await printed("2030-01-01", storage, "retention", "confirm-date", "--by", one)).text).toContain(
    "training-out-of-date",
  )
  await passTime(place, "2030-01-01")
  expect((await printed("2030-01-01", storage, "retention", "review")).text).toContain("Destroyed")
  expect(readFileSync(lookFile(storage.dataDir), "utf8")).toBe("2030-01-01\n")
})

test("reading stops while a review is overdue, and names the day", { tags }, async () => {
  const { storage } = await collected("sqlite")
  const due = await printed("2029-05-19", storage, "table", "--rows", "form")
  expect(due.code).toBe(0)
  const overdue = await printed("2029-05-20", storage, "table", "--rows", "form")
  expect(overdue).toEqual({ code: 1, text: expect.stringContaining(first) })
})

test("nothing is destroyed while rows are left elsewhere, an old key opens backups, or a day is unknown", {
  tags,
}, async () => {
  const place = await collected("sqlite")
  const { storage, one, other } = place
  const people = ["--by", one, "--second", other]
  await passTime(place, "2029-04-25")
  const destroying = (day: string = first) => printed("2029-04-25", storage, "retention", "destroy", day, ...people)
  expect((await destroying("2027-04-21")).text).toContain("has no answers of 2027-04-21")
  keepKey(privateKeyFile(storage.dataDir, formerKeyId), new Uint8Array(32))
  expect((await destroying()).text).toContain("--end-old-key")
  expect(await rowsOf(storage, first)).toBe(40)
})
