/** `ask -- ledger verify` and each report compare the ledger with its last known head; a cut, altered or foreign one names the entry. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { anchorFile } from "../../db/evidence/ledger-anchor.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { memberOf } from "../support/policy/team.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder } from "../support/store.ts"

const tags = ["evidence-team-only" as const]
const run = Effect.runPromise

const placed = async (engine: Engine = "sqlite"): Promise<StorageSettings> => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  return engine === "sqlite" ? storage : { ...storage, evidenceUrl: await newDatabase() }
}

const verify = async (storage: StorageSettings, ...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, "ledger", "verify", ...args))
  return { code, text: said.join("\n") }
}

/** A store with four entries, past whose triggers a test can write. */
const withEntries = async (storage: StorageSettings) => {
  const evidence = await openedEvidence(evidenceSource(storage))
  for (const number of [1, 2, 3]) await run(evidence.keepMember(memberOf("evidence-team", {}, number)))
  const { db, dialect } = rawEvidence(evidenceSource(storage))
  const drop = async (trigger: string) => {
    await sql.raw(`drop trigger ${trigger}${dialect === "postgres" ? " on ledger" : ""}`).execute(db)
  }
  return { evidence, db, drop }
}

test.each(engines)("on %s: whole, then cut, then altered, each with the entry named", { tags }, async (engine) => {
  const storage = await placed(engine)
  const { db, drop } = await withEntries(storage)
  const first = await verify(storage)
  expect(first.text).toMatch(/^The ledger is whole: 4 entries, head [0-9a-f]{64}. No head was kept before/)
  expect((await verify(storage)).text).toContain("It continues the 4 entries known on 20")

  await drop("ledger_is_not_cut")
  await db.deleteFrom("ledger").where("seq", "=", 4).execute()
  const cut = await verify(storage)
  expect(cut).toEqual({
    code: 1,
    text: expect.stringContaining("broken at entry 4: entries from here on were cut off"),
  })
  expect((await verify(storage)).text).toBe(cut.text)

  await drop("ledger_is_not_changed")
  await db.updateTable("ledger").set({ body: '{"mode":"live"}' }).where("seq", "=", 2).execute()
  expect(await verify(storage)).toEqual({ code: 1, text: expect.stringContaining("broken at entry 2: it was altered") })
})

test("the ledger of another store, a damaged head and half of a stated one are refused with their cause", {
  tags,
}, async () => {
  const storage = await placed()
  const other = await placed()
  await withEntries(storage)
  await withEntries(other)
  await verify(other)
  await verify(storage)
  writeFileSync(anchorFile(storage.dataDir), readFileSync(anchorFile(other.dataDir)))
  expect((await verify(storage)).text).toContain("broken at entry 4: another entry was recorded here")
  writeFileSync(anchorFile(storage.dataDir), "4")
  expect((await verify(storage)).text).toContain("ledger.head is damaged")
  expect(await verify(storage, "--length", "4")).toMatchObject({ code: 2 })
  expect(await verify(storage, "--length", "4", "--head", "latest")).toMatchObject({ code: 2 })
})

test("a report states length and head, records them, and the next one finds what was cut since", { tags }, async () => {
  const storage = await placed()
  const { evidence, db, drop } = await withEntries(storage)
  const out = newFolder()
  const report = () => heard(() => ask(storage, "report", "--out", out))
  expect((await report()).out.join("\n")).toContain("Recorded in the ledger: 5 entries")
  const [made] = await run(evidence.bodiesOf("report-made"))
  expect(made).toMatchObject({ length: 4 })
  const { length, head } = JSON.parse(readFileSync(join(out, "ledger.json"), "utf8"))
  expect(await verify(storage, "--length", `${length}`, "--head", head)).toMatchObject({ code: 0 })
  await drop("ledger_is_not_cut")
  await db.deleteFrom("ledger").where("seq", ">", 2).execute()
  // Without the head that is kept with the keys, the earlier report still shows it.
  writeFileSync(anchorFile(storage.dataDir), JSON.stringify({ length: 1, head: "0".repeat(64), on: "2026-01-01" }))
  expect((await report()).code).toBe(1)
  const { rows } = await sql<{ hash: string }>`select hash from ledger where seq = 1`.execute(db)
  writeFileSync(anchorFile(storage.dataDir), JSON.stringify({ length: 1, head: rows[0]?.hash, on: "2026-01-01" }))
  const again = await report()
  expect(again.code).toBe(1)
  expect(again.error.join("\n")).toContain("broken at entry 3: entries from here on were cut off")
  expect(existsSync(join(out, "report.html"))).toBe(true)
})

test("a grant, a refusal and a reading with its purpose are in the ledger", { tags }, async () => {
  const storage = await placed()
  const { evidence } = await withEntries(storage)
  await heard(() =>
    ask(storage, "release", "widen", "local-authority", "--because", "A good reason.", "--by", "0".repeat(16)),
  )
  expect(await run(evidence.bodiesOf("power-refused"))).toEqual([
    { power: "widen-geography", because: "not-on-the-list" },
  ])
})
