/** `npm run report` writes the page and its twin from the stores as they are, and tells no small count of what they hold. */
import { execFile } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import type { Report } from "../../policy/report/report.ts"
import { ruleIds } from "../../policy/rule-id.ts"
import { reportHere } from "../../src/commands/report-here.ts"
import { fixturesIn, resultsIn } from "../../src/commands/results-here.ts"
import { appConfig } from "../../src/launcher/config.ts"
import { collectionSource, type Place, projectRoot } from "../../src/launcher/place.ts"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { arrival } from "../support/arrival.ts"
import { engines, newFolder, newSource, opened, rawly } from "../support/store.ts"

const now = { commit: "c".repeat(40), clean: true, lockfile: "a".repeat(64) }
const reportOf = (place: Place): Promise<Report> =>
  Effect.runPromise(reportHere({ place, stated: appConfig, now, results: {} }))

const placeWith = async (engine: "sqlite" | "postgres", answers: number): Promise<Place> => {
  const source = engine === "postgres" ? await newSource("postgres") : undefined
  const url = source?.dialect === "postgres" ? source.url : undefined
  const place: Place = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: url }
  const collection = await opened(collectionSource(place))
  const group = Array.from({ length: answers }, (_, index) => arrival(`report ${index}`))
  await collection.append(group, "2030-01-01")
  return place
}

const command = ["--disable-warning=ExperimentalWarning", join(projectRoot, "src", "commands", "ask.ts")]

const blockOf = (report: Report, id: string) => report.rules.find((rule) => rule.id === id)

test.each(engines)("on %s: what is held in bands, and the audits of its columns", async (engine) => {
  const place = await placeWith(engine, 3)
  const { store, rules } = await reportOf(place)
  expect(rules).toHaveLength(26)
  expect(store).toMatchObject({ read: true })
  const held = store.read ? store.held.filter(({ answers }) => answers !== "none") : []
  expect(held).toEqual([{ form: "9-12", answers: "fewer than 10" }])
  for (const id of ["assets-registered", "responses-are-anonymous-and-final"])
    expect(blockOf(await reportOf(place), id)?.observed.status).toBe("upheld")

  await sql.raw("alter table response add column at text").execute(rawly(collectionSource(place)).db)
  for (const id of ["assets-registered", "responses-are-anonymous-and-final"])
    expect(blockOf(await reportOf(place), id)?.status).toBe("broken")
})

test("where there is no store and nothing was run, it is written all the same, and nothing is upheld", async () => {
  const out = newFolder()
  const env = { PATH: process.env["PATH"], DATA_DIR: join(out, "none") }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "report", "--out", out], { env })
  const [page, twin] = ["report.html", "report.json"].map((file) => readFileSync(join(out, file), "utf8"))
  const report: Report = JSON.parse(twin ?? "")
  expect(stdout).toMatch(/^\S+report\.html: \d+ upheld, \d+ broken, \d+ not checked, \d+ needing a decision\n$/)
  expect(page).toContain("there is no collection here yet")
  expect(report.store).toEqual({ read: false, because: "there is no collection here yet" })
  expect(existsSync(join(out, "none"))).toBe(false)
})

test("a line a rule: id, statement, layers, refusals seen and how it stands, and a line of counts last", async () => {
  const folder = newFolder()
  const file = join(folder, "policy.json")
  const name = "does not compile, and names its rule and no other: opt-out-on-every-question.missing.ts"
  const seen = { file: "tests/policy/refused.test.ts", name, status: "passed" }
  const rules = { "opt-out-on-every-question": [seen, { ...seen, status: "failed" }] }
  const checks = [{ name: "Types (tsc)", passed: true }]
  writeFileSync(file, JSON.stringify({ ...thisBuild(), at: "2026-11-22T10:00:00Z", checks, rules }))
  const env = { PATH: process.env["PATH"], DATA_DIR: join(folder, "none") }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, "rules", file], { env })
  const lines = stdout.trimEnd().split("\n")
  expect(lines[0]).toMatch(/^Sabotage/)
  expect(lines[1]).toMatch(/^Mutation/)
  const told = lines.filter((line) => line.includes(" · "))
  expect(told.map((line) => line.split(" · ")[0])).toEqual(ruleIds)
  expect(told[2]).toMatch(/ · types schema test · refused \d+ of \d+ at run time, 1 of \d+ by the compiler · broken$/)
  expect(lines.at(-1)).toMatch(/^\d+ upheld, 1 broken, \d+ not checked, \d+ needing a decision$/)
})

test("a store of another mode, or one that is no store, is not read", async () => {
  const place = await placeWith("sqlite", 1)
  const because = "the collection here could not be read"
  expect((await reportOf({ ...place, mode: "live" })).store).toEqual({ read: false, because })
  const dataDir = newFolder()
  writeFileSync(join(dataDir, "collection.sqlite"), "not a database at all, by any reading of it".repeat(100))
  expect((await reportOf({ ...place, dataDir })).store).toEqual({ read: false, because })
})

test("the run of this very code is taken before another, and what cannot be read is none", () => {
  const folder = newFolder()
  const keep = (file: string, found: object) => writeFileSync(join(folder, file), JSON.stringify(found))
  const of = (commit: string) => ({
    commit,
    clean: true,
    lockfile: "a",
    at: "2026-11-22T10:00:00Z",
    checks: [],
    rules: {},
  })
  expect(resultsIn(folder, "new")).toEqual({ tests: undefined, sabotage: undefined, mutation: undefined })
  keep("test.json", of("old"))
  expect(resultsIn(folder, "new").tests?.commit).toBe("old")
  keep("policy.json", of("new"))
  expect(resultsIn(folder, "new").tests?.commit).toBe("new")
  keep("sabotage.json", { commit: "new" })
  expect(resultsIn(folder, "new").sabotage).toBeUndefined()
})

test("where sabotage was not run, its last kept run speaks, and not where it was", () => {
  const [folder, kept] = [newFolder(), newFolder()]
  const of = (commit: string) => JSON.stringify({ commit, clean: true, lockfile: "a", at: "2026-11-22", sabotages: [] })
  mkdirSync(join(kept, "sabotage"))
  writeFileSync(join(kept, "sabotage", "last-run.json"), of("kept"))
  expect(resultsIn(folder, "new", kept).sabotage?.commit).toBe("kept")
  writeFileSync(join(folder, "sabotage.json"), of("new"))
  expect(resultsIn(folder, "new", kept).sabotage?.commit).toBe("new")
})

test("this build and its fixtures are known", () => {
  expect(thisBuild().commit).toMatch(/^[0-9a-f]{40}$/)
  expect(thisBuild(projectRoot).lockfile).toMatch(/^[0-9a-f]{64}$/)
  expect(fixturesIn(projectRoot)["opt-out-on-every-question"]).toBeGreaterThan(5)
  expect(fixturesIn(newFolder())).toEqual({})
})
