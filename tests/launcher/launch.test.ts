/** Three processes under one command: it prints its address, drains on a signal, leaves no process, and fails in one sentence. */
import { spawn } from "node:child_process"
import { readdirSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { arrival } from "../support/arrival.ts"
import { childOf, childrenOf, type Ended, hand, isAlive, type Platform, start, started } from "../support/platform.ts"
import { allRows, newFolder, newSource, opened, rawly } from "../support/store.ts"

const collectionIn = (dataDir: string) => ({ dialect: "sqlite", file: `${dataDir}/collection.sqlite` }) as const

const heldIn = async (dataDir: string) => (await allRows(rawly(collectionIn(dataDir)))).length

const gone = async (pids: readonly number[]) => {
  for (let waited = 0; waited < 30_000 && pids.some(isAlive); waited += 50) await delay(50)
  return pids.filter(isAlive)
}

const ending = async (platform: Platform | Ended): Promise<Ended> => ("pid" in platform ? platform.ended : platform)

test("it opens, says where, stores, drains on SIGTERM with code 0, leaves no orphan; opened again, it forgets what had expired", async () => {
  const dataDir = newFolder()
  const platform = await started({ dataDir })
  expect(await hand(platform.url, ["a", "b", "a"])).toEqual(["stored", "stored", "already-stored"])
  const children = childrenOf(platform.pid).map(({ pid }) => pid)
  expect(children).toHaveLength(3)
  process.kill(platform.pid, "SIGTERM")
  const { code, out, error } = await platform.ended
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out.replace(/^.*web process.*\n/m, "").trim()).toBe(
    `The Big Ask is open for rehearsal at ${platform.url} (process ${platform.pid}). Stop it with: kill ${platform.pid}\n` +
      "Its places, schools and councils are made up. Bring the published ones with: npm run ask -- geography import FILE…",
  )
  expect(await gone(children)).toEqual([])
  expect(await heldIn(dataDir)).toBe(2)
  const tokens = await rawly(collectionIn(dataDir)).db.selectFrom("token").selectAll().execute()
  const inAWeek = daysAfter(dayOf(Date.now()), 7)
  expect(tokens.map(({ expires_on }) => expires_on)).toEqual([inAWeek, inAWeek])

  await (await opened(collectionIn(dataDir))).append([arrival("old")], "2020-01-01")
  const again = await started({ dataDir })
  for (const name of readdirSync(dataDir).filter((each) => each !== "released"))
    expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)
  const held = () =>
    rawly(collectionIn(dataDir)).db.selectFrom("token").where("expires_on", "<", "2021-01-01").selectAll().execute()
  for (let waited = 0; waited < 30_000 && (await held()).length > 0; waited += 50) await delay(50)
  expect(await held()).toEqual([])
  expect(await hand(again.url, ["new"])).toEqual(["stored"])
})

test("a drain under load answers what was begun, and every acknowledged response is on the disk", async () => {
  const dataDir = newFolder()
  const platform = await started({ dataDir })
  const acknowledged: string[] = []
  let drained = false
  const clients = Array.from({ length: 8 }, async (_, client) => {
    for (let n = 0; !drained; n++) {
      const ids = [0, 1, 2, 3].map((part) => `${client}-${n}-${part}`)
      const outcomes = await hand(platform.url, ids)
      acknowledged.push(...ids.filter((_, index) => outcomes[index] === "stored"))
      if (!outcomes.includes("stored")) await delay(20)
    }
  })
  while (acknowledged.length <= 20) await delay(20)
  await delay(200)
  process.kill(platform.pid, "SIGTERM")
  expect((await platform.ended).code).toBe(0)
  drained = true
  await Promise.all(clients)
  expect(await heldIn(dataDir)).toBe(acknowledged.length)
})

const writerDies = async ({ pid, url }: Platform) => {
  process.kill(childOf(pid, "writer"), "SIGKILL")
  const began = performance.now()
  let outcomes = await hand(url, ["a"])
  for (; outcomes[0] === "unavailable"; outcomes = await hand(url, ["a"])) await delay(20)
  expect(["stored", "already-stored"]).toContain(outcomes[0])
  expect(performance.now() - began).toBeLessThan(30_000)
}

const webDies = async ({ pid, url }: Platform) => {
  const keyDays = async (): Promise<unknown> => (await fetch(url)).json()
  const days = await keyDays()
  expect(days, "keys for a week ahead").toHaveLength(8)
  process.kill(childOf(pid, "stub-web"), "SIGKILL")
  const began = performance.now()
  while ((await hand(url, ["a"]))[0] === "unavailable") await delay(20)
  expect(performance.now() - began).toBeLessThan(30_000)
  expect(await keyDays(), "the same keys").toEqual(days)
}

const keeperDies = async ({ pid }: Platform) => {
  const keeper = childOf(pid, "keeper")
  process.kill(keeper, "SIGKILL")
  const keepers = () => childrenOf(pid).filter(({ command }) => command.includes("keeper."))
  for (let waited = 0; waited < 30_000 && keepers().every((each) => each.pid === keeper); waited += 50) await delay(50)
  expect(childOf(pid, "keeper")).not.toBe(keeper)
}

test("a writer, a web process and a keeper that die are started again; when the launcher is killed outright all end", async () => {
  const platform = await started({ dataDir: newFolder(), port: await unusedPort() })
  await writerDies(platform)
  await webDies(platform)
  await keeperDies(platform)
  const children = childrenOf(platform.pid).map(({ pid }) => pid)
  process.kill(platform.pid, "SIGKILL")
  expect(await gone(children)).toEqual([])
})

test("when the command that started it is gone, it drains and ends", async () => {
  const npm = spawn("sleep", ["60"])
  const platform = await started({ dataDir: newFolder(), watch: [npm.pid ?? 0] })
  const children = childrenOf(platform.pid).map(({ pid }) => pid)
  await delay(1_200)
  expect(isAlive(platform.pid)).toBe(true)
  npm.kill("SIGKILL")
  expect((await platform.ended).code).toBe(0)
  expect(await gone(children)).toEqual([])
})

const unusedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

describe("what prevents a start is one sentence and code 1", () => {
  const oneSentence = /^[A-Z][^\n]+[.]\n$/

  test("a port in use", async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => {
        const address = other.address()
        resolve(typeof address === "object" && address !== null ? address.port : 0)
      }),
    )
    const { code, error } = await ending(await start({ dataDir: newFolder(), port }))
    other.close()
    expect(code).toBe(1)
    expect(error).toMatch(oneSentence)
    expect(error).toContain(`Port ${port} is already in use`)
  })

  test("the store of the other mode", async () => {
    const dataDir = newFolder()
    await opened(collectionIn(dataDir), "live")
    const { code, error } = await ending(await start({ dataDir }))
    expect(code).toBe(1)
    expect(error).toMatch(oneSentence)
    expect(error).toContain("This store belongs to live. It was not opened for rehearsal")
  })

  test("a data folder that cannot be one", async () => {
    const { code, error } = await ending(await start({ dataDir: join(import.meta.filename, "below-a-file") }))
    expect(code).toBe(1)
    expect(error).toMatch(oneSentence)
  })

  test("a database that does not answer", async () => {
    const databaseUrl = "postgres://someone:secret@127.0.0.1:1/none"
    const { code, error } = await ending(await start({ dataDir: newFolder(), databaseUrl }))
    expect(code).toBe(1)
    expect(error).toMatch(oneSentence)
    expect(error).toContain("Check DATABASE_URL")
    expect(error).not.toContain("secret")
  })
})

test("the same on PostgreSQL, by DATABASE_URL alone", async () => {
  const source = await newSource("postgres")
  const databaseUrl = source.dialect === "postgres" ? source.url : ""
  const platform = await started({ dataDir: newFolder(), databaseUrl })
  expect(await hand(platform.url, ["a", "b", "a"])).toEqual(["stored", "stored", "already-stored"])
  process.kill(platform.pid, "SIGTERM")
  expect(await platform.ended).toMatchObject({ code: 0, error: "" })
})
