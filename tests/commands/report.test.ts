/** `npm run report` writes the page and its twin from the stores as they are, and tells no small count of what they hold. */

import { execFile } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import type { Report } from "../../policy/report/report.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { buildReport } from "../../src/commands/build-report.ts"
import { fixturesIn } from "../../src/commands/run-results.ts"
import { readSettings } from "../../src/deployment/settings.ts"
import { collectionSource, projectRoot, type StorageSettings } from "../../src/deployment/storage.ts"
import { signedResult } from "../../src/launcher/results-key.mjs"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { arrival } from "../support/arrival.ts"
import { now } from "../support/policy/report/made.ts"
import { askProgram } from "../support/programs.ts"
import { engines, newFolder, newSource, opened, rawly } from "../support/store.ts"

const reportOf = (storage: StorageSettings): Promise<Report> =>
  Effect.runPromise(
    readSettings({ MODE: storage.mode }).pipe(
      Effect.flatMap(({ deployment }) => buildReport({ settings: { storage, deployment }, build: now, results: {} })),
    ),
  )

const storageWith = async (engine: "sqlite" | "postgres", answers: number): Promise<StorageSettings> => {
  const source = engine === "postgres" ? await newSource("postgres") : undefined
  const url = source?.dialect === "postgres" ? source.url : undefined
  const storage: StorageSettings = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: url }
  const collection = await opened(collectionSource(storage))
  const group = Array.from({ length: answers }, (_, index) => arrival(`report ${index}`))
  await collection.append(group, "2030-01-01")
  return storage
}

const command = askProgram()

const blockOf = (report: Report, id: string) => report.rules.find((rule) => rule.id === id)

test.each(engines)("on %s: the data held, in bands, and the audits of its columns", async (engine) => {
  const storage = await storageWith(engine, 3)
  const { store, rules } = await reportOf(storage)
  expect(rules).toHaveLength(26)
  expect(store).toMatchObject({ read: true })
  const held = store.read ? store.held.filter(({ answers }) => answers !== "none") : []
  expect(held).toEqual([{ form: "9-12", answers: "fewer than 10" }])
  for (const id of ["assets-registered", "responses-are-anonymous-and-final"])
    expect(blockOf(await reportOf(storage), id)?.observed.status).toBe("upheld")

  await sql.raw("alter table response add column at text").execute(rawly(collectionSource(storage)).db)
  for (const id of ["assets-registered", "responses-are-anonymous-and-final"])
    expect(blockOf(await reportOf(storage), id)?.kept).toBe("broken")
})

test("where there is no store and nothing was run, it is written all the same, and nothing is upheld", async () => {
  const out = newFolder()
  const env = { PATH: process.env["PATH"], CHROMIUM: join(out, "none"), DATA_DIR: join(out, "none") }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "report", "--out", out], { env })
  const [page, twin] = ["report.html", "report.json"].map((file) => readFileSync(join(out, file), "utf8"))
  const report: Report = JSON.parse(twin ?? "")
  expect(stdout).toMatch(
    /^\S+report\.html: \d+ upheld, \d+ broken, \d+ not checked; \d+ needing a decision\nNo PDF: there is no Chromium here.*\n$/,
  )
  expect(page).toContain("there is no collection here yet")
  expect(report.store).toEqual({ read: false, because: "there is no collection here yet" })
  expect(existsSync(join(out, "none"))).toBe(false)
})

test("one line per rule: id, statement, layers, refusals seen, the two answers, and a line of counts last", async () => {
  const folder = newFolder()
  const file = join(folder, "policy.json")
  const name = "does not compile, and names its rule and no other: opt-out-on-every-question.missing.ts"
  const seen = { file: "tests/policy/refused.test.ts", name, status: "passed" }
  const rules = { "opt-out-on-every-question": [seen, { ...seen, status: "failed" }] }
  const checks = [{ name: "Types (tsc)", passed: true }]
  const result = { ...thisBuild(), unchanged: true, at: "2026-11-22T10:00:00Z", checks, rules }
  writeFileSync(file, signedResult(join(projectRoot, ".results"), result))
  const env = { PATH: process.env["PATH"], DATA_DIR: join(folder, "none") }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "rules", file], { env })
  const lines = stdout.trimEnd().split("\n")
  expect(lines[0]).toMatch(/^Sabotage/)
  expect(lines[1]).toMatch(/^Mutation/)
  const told = lines.filter((line) => line.includes(" · "))
  expect(told.map((line) => line.split(" · ")[0])).toEqual(ruleIds)
  expect(told[2]).toMatch(
    / · types schema test · refused \d+ of \d+ at run time, 1 of \d+ by the compiler · broken · no decision$/,
  )
  expect(lines.at(-1)).toMatch(/^\d+ upheld, 1 broken, \d+ not checked; \d+ needing a decision$/)
})

test("a store of another mode, or one that is no store, is not read", async () => {
  const storage = await storageWith("sqlite", 1)
  const unread = (because: string) => ({ read: false, because })
  expect((await reportOf({ ...storage, mode: "live" })).store).toEqual(
    unread("the collection here is not of this mode"),
  )
  const dataDir = newFolder()
  writeFileSync(join(dataDir, "collection.sqlite"), "not a database at all, by any reading of it".repeat(100))
  expect((await reportOf({ ...storage, dataDir })).store).toEqual(unread("the collection here is damaged"))
})

test("this build and its fixtures are known", () => {
  expect(thisBuild().commit).toMatch(/^[0-9a-f]{40}$/)
  expect(thisBuild(projectRoot).lockfile).toMatch(/^[0-9a-f]{64}$/)
  expect(fixturesIn(projectRoot)["opt-out-on-every-question"]).toBeGreaterThan(5)
  expect(fixturesIn(newFolder())).toEqual({})
})
