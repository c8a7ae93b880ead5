/** Starts one real PostgreSQL for a whole test run, and makes a new, empty database in it for each test that asks. */
import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { isMainThread } from "node:worker_threads"
import { Client } from "pg"
import { type Connection, connect } from "../../db/connect.ts"

/** The process of the test runner: its workers are its children, or threads of it. */
const run = isMainThread ? process.ppid : process.pid
const folder = join(tmpdir(), `big-ask-postgres-${run}`)

/** The first caller starts it; every caller waits until it answers. */
const cluster = async (): Promise<string> => {
  try {
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    const script = join(import.meta.dirname, "postgres-cluster.ts")
    spawn(process.execPath, [script, `${run}`, folder], { detached: true, stdio: "ignore" }).unref()
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (existsSync(join(folder, "failed")))
      throw new Error(`PostgreSQL did not start: ${readFileSync(join(folder, "failed"))}`)
    if (existsSync(join(folder, "url"))) {
      const url = readFileSync(join(folder, "url"), "utf8")
      if (await answers(url)) return url
    }
    await delay(50)
  }
  throw new Error("PostgreSQL did not start within a minute")
}

const runStatement = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const answers = (url: string): Promise<boolean> =>
  runStatement(`${url}/postgres`, "select 1").then(
    () => true,
    () => false,
  )

/** Copying files is half the work of logging their pages, but flushes each of them: on a disk that takes seconds. */
const strategy = tmpdir().startsWith("/dev/shm/") ? "file_copy" : "wal_log"

export const newDatabase = async (): Promise<string> => {
  const url = await cluster()
  const name = `test_${randomBytes(8).toString("hex")}`
  await runStatement(`${url}/postgres`, `create database ${name} strategy ${strategy}`)
  return `${url}/${name}`
}

/** A database like another one, to which nobody is connected. */
export const copyOfDatabase = async (of: string): Promise<string> => {
  const [url, name] = [of.slice(0, of.lastIndexOf("/")), `test_${randomBytes(8).toString("hex")}`]
  const template = of.slice(url.length + 1)
  await runStatement(`${url}/postgres`, `create database ${name} template ${template} strategy ${strategy}`)
  return `${url}/${name}`
}

/** Migrations are most of the work of a new store, so each kind of store runs them once and is copied from then on. */
export const newMigratedDatabase = async (
  kind: "collection" | "evidence",
  migrate: (connection: Connection<unknown>) => Promise<void>,
): Promise<string> => {
  const url = await cluster()
  const name = `test_${randomBytes(8).toString("hex")}`
  const copied = () =>
    runStatement(`${url}/postgres`, `create database ${name} template migrated_${kind} strategy ${strategy}`)
  const draft = `${url}/${name}`
  try {
    await copied()
  } catch {
    // There is no such template yet. Where two make it, the second keeps its own as it is.
    await runStatement(`${url}/postgres`, `create database ${name} strategy ${strategy}`)
    const connection = connect<unknown>({ dialect: "postgres", url: draft })
    await migrate(connection).finally(() => connection.db.destroy())
    await runStatement(
      `${url}/postgres`,
      `create database migrated_${kind} template ${name} strategy ${strategy}`,
    ).catch(() => undefined)
  }
  return draft
}

/** The server's files, its write-ahead log included. */
export const dataFolder = join(folder, "data")
