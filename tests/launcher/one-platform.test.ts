/** A second platform on one folder or one database is refused by name before it serves; a killed one leaves no lock. */
import { setTimeout as delay } from "node:timers/promises"
import { Client } from "pg"
import { describe, expect, test } from "vitest"
import { lockDatabase } from "../../db/lock-database.ts"
import { type Ended, hand, type Platform, start, started } from "../support/platform.ts"
import { newDatabase } from "../support/postgres.ts"
import { atEnd, newFolder } from "../support/store.ts"

const refused = async (platform: Platform | Ended): Promise<Ended> => {
  if ("pid" in platform) throw new Error("a second platform opened")
  return platform
}

const client = async (url: string): Promise<Client> => {
  const made = new Client({ connectionString: url })
  made.on("error", () => undefined)
  await made.connect()
  atEnd(() => made.end().catch(() => undefined))
  return made
}

/** Every database of the server shows its locks here. */
const locks = `from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
const lockOf = async (watcher: Client): Promise<number | undefined> =>
  (await watcher.query<{ pid: number }>(`select pid ${locks} and granted`)).rows[0]?.pid

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await holds()) return
    await delay(50)
  }
  throw new Error("it did not come about within 15 seconds")
}

test("a second on one DATA_DIR is refused by name; the first goes on, and when it is killed the next opens at once", async () => {
  const dataDir = newFolder()
  const first = await started({ dataDir })
  const { code, out, error } = await refused(await start({ dataDir }))
  expect({ code, out }).toEqual({ code: 1, out: "" })
  expect(error).toBe(
    "Another platform runs on this DATA_DIR. This one was not started. Stop the other one first, or set DATA_DIR to another folder.\n",
  )
  expect(await hand(first.url, ["a"])).toEqual(["stored"])
  process.kill(first.pid, "SIGKILL")
  const second = await started({ dataDir })
  expect(await hand(second.url, ["b"])).toEqual(["stored"])
})

describe("on one PostgreSQL", () => {
  test("a second, with a folder of its own, is refused by name; a lost lock is taken again, unless another has it", async () => {
    const databaseUrl = await newDatabase()
    const dataDir = newFolder()
    const first = await started({ dataDir, databaseUrl })
    const { code, error } = await refused(await start({ dataDir: newFolder(), databaseUrl }))
    expect(code).toBe(1)
    expect(error).toMatch(
      /^Another platform runs on the database in DATABASE_URL\. This one was not started\. [^\n]+\n$/,
    )
    process.kill(first.pid, "SIGKILL")

    const platform = await started({ dataDir, databaseUrl })
    const watcher = await client(databaseUrl)
    const before = await lockOf(watcher)
    expect(before).toBeGreaterThan(0)
    await watcher.query("select pg_terminate_backend($1)", [before])
    await until(async () => ![undefined, before].includes(await lockOf(watcher)))
    await until(async () => (await hand(platform.url, ["a"]))[0] !== "unavailable")

    // The lock's numbers as the platform's own session has them.
    const { rows } = await watcher.query(`select classid::int, objid::bigint::text ${locks}`)
    const other = await client(databaseUrl)
    const mine = other.query("select pg_advisory_lock($1, ($2::bigint)::bit(32)::int)", [
      rows[0].classid,
      rows[0].objid,
    ])
    await until(async () => (await watcher.query(`select pid ${locks} and not granted`)).rows.length > 0)
    await watcher.query("select pg_terminate_backend($1)", [await lockOf(watcher)])
    await mine
    await until(async () => (await hand(platform.url, ["b"]))[0] === "unavailable")
    for (let tried = 0; tried < 5; tried++) {
      expect(await hand(platform.url, ["b"])).toEqual(["unavailable"])
      await delay(200)
    }
    await other.end()
    await until(async () => (await hand(platform.url, ["c"]))[0] === "stored")
    process.kill(platform.pid, "SIGTERM")
    expect((await platform.ended).error.match(/Another platform took the database in DATABASE_URL/g)).toHaveLength(1)
  })

  test("an evidence store that another platform has refuses a start; one that cannot be reached does not", async () => {
    const url = await newDatabase()
    const changed = () => undefined
    const ask = (from: string, patience: number) => lockDatabase(from, "evidence", { patience, mayWait: true, changed })
    const held = await ask(url, 0)
    expect(held).toMatchObject({})
    expect(await ask(url, 200)).toBe("taken")
    const unreachable = await ask("postgres://someone@127.0.0.1:1/none", 0)
    if (typeof held === "string" || typeof unreachable === "string") throw new Error("not locked")
    expect(unreachable.state()).toBe("lost")
    await held.release()
    await unreachable.release()
    const again = await ask(url, 2_000)
    if (typeof again === "string") throw new Error("not released")
    expect(again.state()).toBe("held")
    await again.release()
  })
})
