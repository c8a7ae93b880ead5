/** On PostgreSQL too the report names each tampering by rule and fault, and finds nothing broken in an untouched copy. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { tamperings } from "../../policy/report/tamperings.ts"
import { copyOfDatabase, newDatabase } from "../support/postgres.ts"
import { brokenRules, verdictsOf } from "../support/tamper/broken-rules.ts"
import { copyOf, type Deployment, makeDeployment } from "../support/tamper/deployment.ts"
import { carryOut, postgresActs, silencing } from "../support/tamper/postgres-acts.ts"

const tried = tamperings.filter(({ what }) => postgresActs.includes(what))
const tags = [...new Set(tried.map(({ rule }) => rule))]

let untouched: Deployment
const folder = mkdtempSync(join(tmpdir(), "big-ask-tamper-"))
beforeAll(async () => {
  untouched = await makeDeployment(folder, await newDatabase())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const copied = async (): Promise<Deployment> =>
  copyOf(untouched, await copyOfDatabase(untouched.storage.evidenceUrl ?? ""))

const brokenIn = ({ storage }: Deployment) => brokenRules(storage, Date.now())

test("an untouched copy has nothing broken, and each tampering is on the report's list", { tags }, async () => {
  expect(tried).toHaveLength(postgresActs.length)
  expect(await brokenIn(await copied())).toEqual([])
})

test.each(tried)("$what: $rule is broken", { tags, timeout: 30_000 }, async ({ what, rule, says }) => {
  const copy = await copied()
  await carryOut(what, copy)
  const broken = await brokenIn(copy)
  expect(
    broken.filter((each) => each.startsWith(`${rule}: `) && each.includes(says)),
    broken.join("\n"),
  ).toHaveLength(1)
})

test.each(silencing)("%s: a rule is broken", { tags, timeout: 30_000 }, async (what) => {
  const copy = await copied()
  await carryOut(what, copy)
  expect((await brokenIn(copy)).join("\n")).toContain("trigger")
})

test("a table that another session has locked: rules read not checked, with the cause, and again once it lets go", {
  tags: ["no-direct-identifiers", "evidence-team-only"],
  timeout: 60_000,
}, async () => {
  const copy = await copied()
  const holder = new Client({ connectionString: copy.storage.evidenceUrl })
  await holder.connect()
  const whileLocked = async (table: string) => {
    await holder.query(`begin; lock table ${table} in access exclusive mode`)
    const verdicts = await verdictsOf(copy.storage, Date.now())
    await holder.query("rollback")
    return [...verdicts.values()]
  }
  try {
    const content = await whileLocked("kept_response")
    expect(content.filter(({ status }) => status === "broken")).toEqual([])
    const cause = /kept responses could not be read: another process has locked a table/
    expect(content.filter((each) => "because" in each && cause.test(each.because)).length).toBeGreaterThan(5)
    const ledger = JSON.stringify(await whileLocked("ledger"))
    expect(ledger).toContain("could not be read: another process has locked a table")
  } finally {
    await holder.end()
  }
  const after = JSON.stringify([...(await verdictsOf(copy.storage, Date.now())).values()])
  expect(after).not.toContain("has locked")
})
