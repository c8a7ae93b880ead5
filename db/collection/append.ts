/** Each response is stored once, whole and durable before anyone hears of it, and a bad one spoils no other. */
import { randomBytes } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import type { Transaction } from "kysely"
import type { Sealed } from "../../policy/stage.ts"
import type { Connection } from "../connect.ts"
import { parts } from "../parts.ts"
import { failureOf } from "./failure.ts"
import type { CollectionTables } from "./schema.ts"

/** `already-stored` is as good as `stored`; `unavailable` promises nothing, and the same token may be sent again. */
export type Outcome = "stored" | "already-stored" | "refused" | "unavailable"

/** A sealed response and the keyed hash of its token. */
export interface Arrival {
  readonly hash: Uint8Array
  readonly sealed: Sealed
}

/** Of six columns each. */
const rowsAStatement = 4096
const attempts = 5

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
      const passing =
        failure === "conflict" || (dialect === "postgres" && (failure === "unreachable" || failure === "unknown"))
      if (!passing || tried === attempts) return group.map(() => (failure === "refused" ? "refused" : "unavailable"))
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
  for (const part of parts(group, rowsAStatement)) {
    const returned = await transaction
      .insertInto("token")
      .values(part.map(({ hash }) => ({ hash, expires_on: expiresOn })))
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning("hash")
      .execute()
    for (const { hash } of returned) fresh.add(hash.toHex())
  }
  // Taking the hash out as its first bearer passes makes the first of a repeated token win.
  const outcomes = group.map(({ hash }): Outcome => (fresh.delete(hash.toHex()) ? "stored" : "already-stored"))
  const stored = group.filter((_, index) => outcomes[index] === "stored")
  for (const part of parts(stored, rowsAStatement))
    await transaction
      .insertInto("response")
      .values(part.map(({ sealed }) => row(sealed)))
      .execute()
  return outcomes
}

const row = ({ day, form, encapsulated, nonce, ciphertext }: Sealed) => ({
  key: randomBytes(16),
  day,
  form,
  encapsulated,
  nonce,
  ciphertext,
})
