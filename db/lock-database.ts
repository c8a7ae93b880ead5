/** Locks a PostgreSQL database for one platform: the lock ends with its session, and a lost session is made again. */
import { setTimeout as delay } from "node:timers/promises"
import { Client } from "pg"
import type { StoreName } from "./store-unavailable.ts"

/** Two stores may share one database. */
const numbers = { collection: 0x42_69_01, evidence: 0x42_69_02 } as const satisfies Partial<Record<StoreName, number>>
export type LockedStore = keyof typeof numbers

export type DatabaseLock = "held" | "lost" | "taken"

export interface LockedDatabase {
  readonly state: () => DatabaseLock
  readonly release: () => Promise<void>
}

/** Milliseconds. */
const timeout = 10_000
const betweenTries = 250

/** Without these a server keeps the session of a machine that lost its power for hours. They end it in 12 seconds. */
const keepAlive = ["idle = 6", "interval = 2", "count = 3"].map((setting) => `set tcp_keepalives_${setting}`).join("; ")

/** A session with the lock; `undefined` while another session has it. Throws what the driver throws. */
const locked = async (url: string, store: LockedStore): Promise<Client | undefined> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    keepAlive: true,
  })
  // A lost session is seen at its end; without a listener its error would end the process.
  client.on("error", () => undefined)
  try {
    await client.connect()
    await client.query(keepAlive)
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock($1, hashtext(coalesce(current_schema(), ''))) as held",
      [numbers[store]],
    )
    if (rows[0]?.held === true) return client
    await client.end()
    return undefined
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

/**
 * Tries for `patience` milliseconds, since the session of a process that was killed lasts a moment longer. Returns
 * `taken` if another platform still has the lock. Rejects with the driver's error if `mayWait` is false and the
 * database cannot be reached; otherwise it holds the lock once the database is there.
 */
export const lockDatabase = async (
  url: string,
  store: LockedStore,
  { patience, mayWait, changed }: { patience: number; mayWait: boolean; changed: (state: DatabaseLock) => void },
): Promise<LockedDatabase | "taken"> => {
  let session: Client | undefined
  let state: DatabaseLock = "lost"
  let released = false

  const become = (next: DatabaseLock): void => {
    if (released || state === next) return
    state = next
    changed(next)
  }
  const hold = (client: Client): void => {
    session = client
    client.once("end", () => {
      if (session === client) session = undefined
      become("lost")
      void keepTrying()
    })
    state = "held"
  }
  const keepTrying = async (): Promise<void> => {
    while (!released && session === undefined) {
      const client = await locked(url, store).catch(() => "unreachable" as const)
      if (client instanceof Client) {
        if (released) return void client.end()
        hold(client)
        changed("held")
        return
      }
      become(client === undefined ? "taken" : "lost")
      await delay(betweenTries, undefined, { ref: false })
    }
  }

  const until = performance.now() + patience
  let first = await locked(url, store).catch(absentIf(mayWait))
  while (first === undefined && performance.now() < until) {
    await delay(100)
    first = await locked(url, store).catch(absentIf(mayWait))
  }
  if (first === undefined) return "taken"
  if (first instanceof Client) hold(first)
  else void keepTrying()
  return {
    state: () => state,
    release: async () => {
      released = true
      await session?.end().catch(() => undefined)
    },
  }
}

const absentIf =
  (mayWait: boolean) =>
  (error: unknown): "unreachable" => {
    if (mayWait) return "unreachable"
    throw error
  }
