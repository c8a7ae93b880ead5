/** Keeps a retention key for each day's answers and one for the records; destroying a day's key ends every sealed copy of that day. */
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect, Schema } from "effect"
import { attempt } from "../attempt.ts"
import { suite } from "../collection/suite.ts"
import { destroyPair, keepPair, publicKeyOf } from "../keys/key-pair.ts"
import type { CannotReachKey, KeyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"

/** For all that belongs to no day of answers: the collection, and the evidence store's decisions, team and tables. */
export const recordsKeyId = "retention-records"

export const dayRetentionKeyId = (day: string): string => `retention-${day}`

/** Takes the place of the day's key once its files are sealed again without the words of released texts. */
export const nextRetentionKeyId = (day: string): string => `retention-${day}-next`

/** To this one key an earlier version sealed the answers of every day. */
export const formerKeyId = "retention"

/** The certificate of a destroyed day. It is kept with the keys, so that a restore knows that the day is gone for good. */
export const destroyedFile = (dataDir: string, day: string): string => join(dataDir, "keys", "destroyed", `${day}.json`)

export const isDayDestroyed = (dataDir: string, day: string): boolean => existsSync(destroyedFile(dataDir, day))

export interface RetentionKey {
  /** The name by which a backup refers to its key. */
  readonly fingerprint: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

/** A key made again for a destroyed day would let its answers be kept again. */
export class DayDestroyed extends Schema.TaggedError<DayDestroyed>()("DayDestroyed", { day: Schema.String }) {
  override get message() {
    return `The answers of ${this.day} were destroyed at the end of their retention. Nothing of that day was kept again. Remove the old copy that holds them.`
  }
}

const importKey = Effect.fn("RetentionKey.import")(function* (id: string, privateKey: Uint8Array) {
  const publicKey = yield* publicKeyOf(id, privateKey)
  const key: RetentionKey = {
    fingerprint: createHash("sha256").update(publicKey).digest("hex").slice(0, 16),
    privateKey: yield* Effect.promise(() => suite.kem.deserializePrivateKey(privateKey)),
    publicKey: yield* Effect.promise(() => suite.kem.deserializePublicKey(publicKey)),
  }
  privateKey.fill(0)
  return key
})

export const readRetentionKey = Effect.fn("RetentionKey.read")(function* (keys: PrivateKeys, id: string) {
  const privateKey = yield* keys.read(id)
  return privateKey && (yield* importKey(id, privateKey))
})

/** Makes the key at its first use; a lost one is not replaced. */
export const keepRetentionKey = Effect.fn("RetentionKey.keep")(function* (
  keys: PrivateKeys,
  dataDir: string,
  id: string,
): Effect.fn.Return<RetentionKey, KeyTrouble> {
  for (;;) {
    yield* keepPair(keys, dataDir, id)
    const key = yield* readRetentionKey(keys, id)
    if (key !== undefined) return key
  }
})

export const keepDayRetentionKey = Effect.fn("RetentionKey.keepDay")(function* (
  keys: PrivateKeys,
  dataDir: string,
  day: string,
): Effect.fn.Return<RetentionKey, KeyTrouble | DayDestroyed> {
  if (yield* attempt("keys", () => isDayDestroyed(dataDir, day))) return yield* new DayDestroyed({ day })
  return yield* keepRetentionKey(keys, dataDir, dayRetentionKeyId(day))
})

export const destroyRetentionKey = (
  keys: PrivateKeys,
  dataDir: string,
  id: string,
): Effect.Effect<void, CannotReachKey> => destroyPair(keys, dataDir, id)
