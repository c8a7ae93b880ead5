/** R3: with a full, read-only or failing disk nothing is acknowledged or lost, and work continues afterwards. */
import { execFileSync } from "node:child_process"
import { rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { append, type Outcome } from "../../db/collection/append.ts"
import { migrate } from "../../db/collection/migrations/migrate.ts"
import { failureOf } from "../../db/failure.ts"
import { arrival, nonceOf } from "../support/arrival.ts"
import { newDisk } from "../support/disk.ts"
import { childOf, hand, type Platform, start, started } from "../support/platform.ts"
import { allRows, newFolder, newSource, rawly } from "../support/store.ts"

const hex = (nonce: Uint8Array) => Buffer.from(nonce).toString("hex")

describe("within one connection", () => {
  const store = async () => {
    const connection = rawly(await newSource("sqlite"))
    await migrate(connection)
    const handed = (...ids: string[]) =>
      append(
        connection,
        ids.map((id) => arrival(id)),
        "2026-11-29",
      )
    const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(connection.db)
    return { handed, pragma }
  }

  test("a full disk makes responses unavailable until there is space again", async () => {
    const { handed, pragma } = await store()
    expect(await handed("a")).toEqual(["stored"])
    await pragma("max_page_count = 1")
    const outcomes: Outcome[] = []
    for (let n = 0; n < 50; n++) outcomes.push(...(await handed(`x${n}`, `y${n}`)))
    expect(outcomes).toContain("unavailable")
    expect(outcomes).not.toContain("refused")
    await pragma("max_page_count = 1000000")
    expect(await handed("a", "b")).toEqual(["already-stored", "stored"])
  })

  test("a disk too full for a new store is named as full", async () => {
    const connection = rawly(await newSource("sqlite"))
    await sql`pragma max_page_count = 3`.execute(connection.db)
    const error: unknown = await migrate(connection).catch((error: unknown) => error)
    expect(failureOf(error)).toBe("disk-full")
  })

  test("a transaction that SQLite rolled back by itself is still reported as a full disk", async ({ skip }) => {
    const disk = newDisk(4)
    if (disk === undefined) {
      console.log("A full disk under a transaction was skipped: it needs Linux, root and loop mounts.")
      return skip("needs Linux, root and loop mounts")
    }
    const connection = rawly({ dialect: "sqlite", file: join(disk.folder, "store.sqlite") })
    await migrate(connection)
    fill(join(disk.folder, "filler"))
    const tokens = Array.from({ length: 200 }, (_, n) => ({ hash: arrival(`${n}`).hash, expires_on: "2026-11-29" }))
    const storing = () =>
      connection.db.transaction().execute((transaction) => transaction.insertInto("token").values(tokens).execute())
    const errors = await Promise.all([1, 2, 3].map(() => storing().catch((error: unknown) => failureOf(error))))
    expect(errors).toContain("disk-full")
    expect(errors).not.toContain("unknown")
    await connection.db.destroy()
  })

  test("a read-only store makes responses unavailable until it can be written", async () => {
    const { handed, pragma } = await store()
    await pragma("query_only = 1")
    expect(await handed("a", "b")).toEqual(["unavailable", "unavailable"])
    await pragma("query_only = 0")
    expect(await handed("a", "b")).toEqual(["stored", "stored"])
  })
})

/** Writes until less than a kilobyte is free. */
const fill = (filler: string): void => {
  for (let size = 2 ** 20; size >= 1024; size /= 2)
    try {
      for (;;) writeFileSync(filler, new Uint8Array(size), { flag: "a" })
    } catch {
      // Full for a block of this size; a smaller one may still fit.
    }
}

/** Sends responses to one writer process during the trouble and after it. */
const troubled = async (platform: Platform, dataDir: string, begin: () => void, end: () => void) => {
  const writer = childOf(platform.pid, "writer")
  const acknowledged: string[] = []
  let groups = 0
  const handAway = async (times: number) => {
    const told: Outcome[] = []
    for (let n = 0; n < times; n++) {
      const ids = Array.from({ length: 10 }, (_, index) => `${groups}-${index}`)
      groups++
      const outcomes = await hand(platform.url, ids)
      acknowledged.push(...ids.filter((_, index) => outcomes[index] === "stored"))
      told.push(...outcomes)
    }
    return new Set(told)
  }
  expect(await handAway(20)).toEqual(new Set(["stored"]))
  begin()
  const during = await handAway(60)
  end()
  expect(await handAway(20), "after").toEqual(new Set(["stored"]))
  expect([...during].sort(), "during").toEqual(expect.arrayContaining(["unavailable"]))
  expect(during).not.toContain("refused")
  expect(childOf(platform.pid, "writer"), "without a restart").toBe(writer)
  process.kill(platform.pid, "SIGTERM")
  expect((await platform.ended).code).toBe(0)
  const rows = await allRows(rawly({ dialect: "sqlite", file: join(dataDir, "collection.sqlite") }))
  const held = new Set(rows.map(({ nonce }) => hex(nonce)))
  expect(acknowledged.filter((id) => !held.has(hex(nonceOf(id))))).toEqual([])
  expect(held.size).toBe(acknowledged.length)
}

describe("through the whole platform", () => {
  test("a disk that is full before the start is reported in one message", async ({ skip }) => {
    const disk = newDisk(4)
    if (disk === undefined) {
      console.log("A disk that is full before the start was skipped: it needs Linux, root and loop mounts.")
      return skip("needs Linux, root and loop mounts")
    }
    fill(join(disk.folder, "filler"))
    const ended = await start({ dataDir: join(disk.folder, "data") })
    if ("pid" in ended) throw new Error("it started")
    expect(ended.code).toBe(1)
    expect(ended.error).toBe(
      "The disk of the folder of keys is full. Nothing more was stored. Free some space, then start again.\n",
    )
  })

  test("a disk that fills up loses no acknowledged response", async ({ skip }) => {
    const disk = newDisk(16)
    if (disk === undefined) {
      console.log("A disk that fills up was skipped: it needs Linux, root and loop mounts.")
      return skip("needs Linux, root and loop mounts")
    }
    const dataDir = join(disk.folder, "data")
    const platform = await started({ dataDir })
    const filler = join(disk.folder, "filler")
    await troubled(
      platform,
      dataDir,
      () => fill(filler),
      () => rmSync(filler),
    )
  })

  test("an I/O error on the n-th write loses no acknowledged response", async ({ skip }) => {
    const dataDir = newFolder()
    const platform = await started({ dataDir })
    const writer = childOf(platform.pid, "writer")
    const limit = (bytes: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", `${writer}`, `--fsize=${bytes}:unlimited`], { stdio: "ignore" })
    try {
      limit("unlimited")
    } catch {
      console.log("An I/O error on the n-th write was skipped: it needs Linux and prlimit.")
      return skip("needs Linux and prlimit")
    }
    const wal = join(dataDir, "collection.sqlite-wal")
    const soon = () => limit(statSync(wal).size + Math.floor(Math.random() * 100_000))
    await troubled(platform, dataDir, soon, () => limit("unlimited"))
  })
})
