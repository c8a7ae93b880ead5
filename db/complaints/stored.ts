/** Keeps sealed complaints by the hash of their reference, and gives everyone who asks letters or decoys of one length. */

import type { Outcome } from "../collection/append.ts"
import type { CollectionTables } from "../collection/schema.ts"
import type { Connection } from "../connect.ts"
import { failureOf } from "../failure.ts"
import { UnexpectedError } from "../unexpected-error.ts"
import { decoyLetter, type LetterKind } from "./letter.ts"

type Here = Connection<CollectionTables>

/** Everything that shows without opening it. */
export interface StoredComplaint {
  readonly hash: Uint8Array
  readonly day: string
  readonly acknowledged: boolean
  readonly replied: boolean
}

export interface SealedLetters {
  readonly acknowledgement: Uint8Array
  readonly reply: Uint8Array
}

/** `day` is the day of receipt, by the clock of the process that stores it. */
export const keepComplaint = async (
  { db }: Here,
  hash: Uint8Array,
  sealed: Uint8Array,
  day: string,
): Promise<Outcome> => {
  try {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("complaint")
      .values({ hash, day, sealed, acknowledgement: null, reply: null })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 0n ? "already-stored" : "stored"
  } catch (error) {
    const failure = failureOf(error)
    if (failure === undefined) throw new UnexpectedError(error)
    return failure === "refused" ? "refused" : "unavailable"
  }
}

/** An unknown hash gets two decoys, as does one to which nobody has written yet. */
export const lettersTo = async ({ db }: Here, hash: Uint8Array): Promise<SealedLetters> => {
  const decoys = { acknowledgement: decoyLetter(), reply: decoyLetter() }
  const found = await db
    .selectFrom("complaint")
    .select(["acknowledgement", "reply"])
    .where("hash", "=", hash)
    .executeTakeFirst()
  return {
    acknowledgement: found?.acknowledgement ?? decoys.acknowledgement,
    reply: found?.reply ?? decoys.reply,
  }
}

/** The oldest first. */
export const complaintsIn = async ({ db }: Here): Promise<readonly StoredComplaint[]> => {
  const rows = await db
    .selectFrom("complaint")
    .select(({ eb }) => [
      "hash",
      "day",
      eb("acknowledgement", "is not", null).as("acknowledged"),
      eb("reply", "is not", null).as("replied"),
    ])
    .orderBy("day")
    .orderBy("hash")
    .execute()
  return rows.map(({ hash, day, acknowledged, replied }) => ({
    hash,
    day,
    acknowledged: Boolean(acknowledged),
    replied: Boolean(replied),
  }))
}

/** `undefined` where it has been removed meanwhile. */
export const sealedComplaint = async ({ db }: Here, hash: Uint8Array): Promise<Uint8Array | undefined> =>
  (await db.selectFrom("complaint").select("sealed").where("hash", "=", hash).executeTakeFirst())?.sealed

export const writeLetter = async ({ db }: Here, hash: Uint8Array, kind: LetterKind, letter: Uint8Array) => {
  await db
    .updateTable("complaint")
    .set({ [kind]: letter })
    .where("hash", "=", hash)
    .execute()
}

export const removeComplaint = async ({ db }: Here, hash: Uint8Array): Promise<void> => {
  await db.deleteFrom("complaint").where("hash", "=", hash).execute()
}
