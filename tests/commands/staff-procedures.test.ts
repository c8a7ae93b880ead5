/** The procedures for staff carry a table out as the commands do, each for the person who signed in, and nobody past another. */
import { globSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { callTRPCProcedure } from "@trpc/server"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { acting } from "../../policy/capability/acting.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { releasedDir, type StorageSettings } from "../../src/deployment/storage.ts"
import { staffRouter } from "../../src/staff/router.ts"
import type { StaffContext } from "../../src/staff/trpc.ts"
import { personOf } from "../support/policy/team.ts"
import { newFolder } from "../support/store.ts"
import { author, first, second, staffed, supervisor } from "../support/team-store.ts"

const tags: ("outputs-checked" | "evidence-team-only" | "small-cells-suppressed")[] = [
  "outputs-checked",
  "evidence-team-only",
  "small-cells-suppressed",
]

const contextOf = (storage: StorageSettings, person: PersonId): StaffContext => ({
  ...{ storage, window: "always", who: acting(person, "session") },
  proving: () => Effect.succeed(acting(person, "fresh")),
})
const as = (storage: StorageSettings, person: PersonId) => staffRouter.createCaller(contextOf(storage, person))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { readonly code: string; readonly message: string }) => `${code}: ${message}`,
  )

test("from asking to the public files, each step by the one whose it is", { tags }, async () => {
  const storage = await staffed("live")
  const asked = { rows: "form-band" }
  const { lines, proposal: none } = await as(storage, author).table(asked)
  expect([lines.join("\n"), none]).toEqual([expect.stringContaining("Safe to release"), undefined])
  const { proposal: id = "" } = await as(storage, author).propose(asked)
  expect(await as(storage, first).proposals()).toMatchObject([{ id, checks: 0 }])
  expect((await as(storage, second).proposal({ id })).join("\n")).toContain("Audit of the table itself: safe")

  expect(await refusal(as(storage, author).check({ id }))).toContain("outputs-checked")
  expect(await refusal(as(storage, supervisor).release({ id }))).toContain(
    "UNPROCESSABLE_CONTENT: Refused by outputs-checked",
  )
  expect(await as(storage, first).check({ id })).toEqual({ checks: 1, of: 2 })
  expect(await as(storage, second).check({ id })).toEqual({ checks: 2, of: 2 })
  expect(await refusal(as(storage, author).release({ id }))).toContain("FORBIDDEN: release-table is not granted")
  expect(await as(storage, supervisor).release({ id })).toEqual({ isNew: true, tables: 1 })
  expect(readdirSync(releasedDir(storage)).length).toBeGreaterThan(1)
})

test("every procedure that reads answers or tables refuses a person who is on no list", { tags }, async () => {
  const storage = await staffed("live")
  const stranger = as(storage, personOf("evidence-team", 9))
  const id = "0".repeat(64)
  for (const work of [
    stranger.table({ rows: "age" }),
    stranger.propose({ rows: "age" }),
    stranger.proposals(),
    stranger.proposal({ id }),
    stranger.check({ id }),
    stranger.release({ id }),
  ].map(refusal))
    expect(await work).toMatch(/^FORBIDDEN: .* is not granted \(not-on-the-list\)/)
})

test("bad input is refused with what to do, and a place without answers says so", { tags }, async () => {
  const storage = await staffed("live")
  const by = as(storage, author)
  expect(await refusal(by.table({ rows: "gendr" }))).toBe(
    "UNPROCESSABLE_CONTENT: There is no variable gendr. Near it: gender. table --variables lists them all.",
  )
  expect(await refusal(by.check({ id: "0".repeat(64) }))).toMatch(/^NOT_FOUND: There is no such proposal/)
  expect(await refusal(by.check({ id: "../etc" }))).toMatch(/^BAD_REQUEST/)
  const called = { router: staffRouter, path: "table", type: "mutation", ctx: contextOf(storage, author) } as const
  const more = { rows: "age", answers: true }
  const sent = callTRPCProcedure({ ...called, getRawInput: async () => more, batchIndex: 0, signal: undefined })
  expect(await refusal(sent)).toMatch(/^BAD_REQUEST/)
  const empty = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  expect(await refusal(as(empty, author).table({ rows: "age" }))).toMatch(/^SERVICE_UNAVAILABLE/)
  expect(readdirSync(empty.dataDir)).toEqual([])
})

test("what can be asked for is listed with its categories, and with no answer", { tags }, async () => {
  const listed = await as({ mode: "live", dataDir: newFolder(), databaseUrl: undefined }, author).variables()
  expect(listed.find(({ name }) => name === "gender")?.categories.map(({ key }) => key)).toContain("girl")
})

test("nothing but the staff process imports them, so that no page of the survey leads to them", { tags }, () => {
  const root = join(import.meta.dirname, "../..")
  const files = globSync("src/**/*.{ts,tsx,mjs}", { cwd: root })
  const isImporting = (file: string): boolean =>
    readFileSync(join(root, file), "utf8").includes(`staff/${"router"}`) && !file.startsWith("src/staff/")
  expect(files).toContain(join("src", "staff", "router.ts"))
  expect(files.filter(isImporting)).toEqual([])
})
