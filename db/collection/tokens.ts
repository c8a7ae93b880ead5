/** Removes the tokens whose days have passed, a part of them at a time, so that arriving responses do not wait. */
import { setImmediate as nextTurn } from "node:timers/promises"
import type { Connection } from "../connect.ts"
import { emptyLog } from "./empty-log.ts"
import type { CollectionTables } from "./schema.ts"

/** Hashes are evenly distributed, so each first byte has the same share. */
const parts = 256

/** Milliseconds to wait for readers of the log. */
const patience = 100

type Here = Connection<CollectionTables>

const dropPart = async ({ db }: Here, table: "token" | "arrived_token", today: string, first: number) => {
  const old = db.deleteFrom(table).where("expires_on", "<", today).where("hash", ">=", Uint8Array.of(first))
  const part = first + 1 < parts ? old.where("hash", "<", Uint8Array.of(first + 1)) : old
  return Number((await part.executeTakeFirstOrThrow()).numDeletedRows)
}

export const dropExpiredTokens = async (here: Here, today: string): Promise<number> => {
  let dropped = 0
  for (let first = 0; first < parts; first++) {
    await dropPart(here, "arrived_token", today, first)
    dropped += await dropPart(here, "token", today, first)
    await nextTurn()
  }
  if (dropped > 0) await emptyLog(here, patience)
  return dropped
}
