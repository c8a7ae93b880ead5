/** Stores each response once and durably before it is acknowledged; a refused one does not affect the others of its group. */
import { randomBytes } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import type { Transaction } from "kysely"
import type { Sealed } from "../../policy/response/stage.ts"
import { unlinkableRow } from "../../policy/response/unlinkable.ts"
import { chunksOf } from "../chunks.ts"
import type { Connection } from "../connect.ts"
import { type Failure, failureOf } from "../failure.ts"
import { UnexpectedError } from "../unexpected-error.ts"
import type { CollectionTables } from "./schema.ts"

/** `already-stored` counts as `stored`. `unavailable` promises nothing: the same token may be sent again. */
export type Outcome = "stored" | "already-stored" | "refused" | "unavailable"

/** A sealed response and the keyed hash of its token. */
export interface Arrival {
  readonly hash: Uint8Array
  readonly sealed: Sealed
}

/** Each row has six columns. */
const rowsPerStatement = 4096
const attempts = 5

/** Failures that another attempt may get past on PostgreSQL; the token prevents storing a response twice. */
const retriable: readonly Failure[] = ["unreachable", "timeout", "exhausted"]

export const append = async (
  connection: Connection<CollectionTables>,
  group: readonly Arrival[],
  expiresOn: string,
): Promise<readonly Outcome[]> => {
  const outcomes = await attempt(connection, group, expiresOn)
  if (group.length < 2 || !outcomes.includes("refused")) return outcomes
  const single: Outcome[] = []
  for (const arrival of group) single.push(...(await attempt(connection, [arrival], expiresOn)))
  return single
}

const attempt = async (
  { db, dialect }: Connection<CollectionTables>,
  group: readonly Arrival[],
  expiresOn: string,
): Promise<Outcome[]> => {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction().execute((transaction) => store(transaction, group, expiresOn))
    } catch (error) {
      const failure = failureOf(error)
      if (failure === undefined) throw new UnexpectedError(error)
      const isRetriable = failure === "conflict" || (dialect === "postgres" && retriable.includes(failure))
      if (!isRetriable || tried === attempts)
        return group.map(() => (failure === "refused" ? "refused" : "unavailable"))
      await delay(Math.random() * 10 * 2 ** tried)
    }
  }
}

const store = async (
  transaction: Transaction<CollectionTables>,
  group: readonly Arrival[],
  expiresOn: string,
): Promise<Outcome[]> => {
  const fresh = new Set<string>()
  for (const chunk of chunksOf(group, rowsPerStatement)) {
    const returned = await transaction
      .insertInto("token")
      .values(chunk.map(({ hash }) => ({ hash, expires_on: expiresOn })))
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning("hash")
      .execute()
    for (const { hash } of returned) fresh.add(hash.toHex())
  }
  // Deleting the hash at its first use makes the first of a repeated token win.
  const outcomes = group.map(({ hash }): Outcome => (fresh.delete(hash.toHex()) ? "stored" : "already-stored"))
  const stored = group.filter((_, index) => outcomes[index] === "stored")
  for (const chunk of chunksOf(stored, rowsPerStatement))
    await transaction
      .insertInto("arrived_token")
      .values(chunk.map(({ hash }) => ({ hash, expires_on: expiresOn })))
      .execute()
  for (const chunk of chunksOf(stored, rowsPerStatement))
    await transaction
      .insertInto("response")
      .values(chunk.map(({ sealed }) => row(sealed)))
      .execute()
  return outcomes
}

const row = ({ day, form, encapsulated, nonce, ciphertext }: Sealed) =>
  unlinkableRow({ key: randomBytes(16), day, form, encapsulated, nonce, ciphertext })
