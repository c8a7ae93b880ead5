/** Gives every day from today to a week ahead a key pair, none after a close, and shows a public key once its private key is safe. */
import { join } from "node:path"
import { Effect, Option } from "effect"
import { parameters } from "../../policy/parameters.ts"
import { daysAfter } from "./civil-day.ts"
import { isClosed } from "./closed-marker.ts"
import { keepPair } from "./key-pair.ts"
import { keysInFolder, type PrivateKeys, privateKeyFolder } from "./private-keys.ts"

export const daysAhead: number = parameters.dayKeysAhead.value

export const privateKeyFile = (dataDir: string, day: string) => join(privateKeyFolder(dataDir), `${day}.key`)

/** Those of today and the next days, whatever is wrong with the others. */
export const usableDayKeys = Effect.fn("Keys.usableDayKeys")(function* (
  dataDir: string,
  today: string,
  keys: PrivateKeys,
) {
  const publicKeys: Record<string, Uint8Array> = {}
  if (isClosed(dataDir)) return publicKeys
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = daysAfter(today, ahead)
    const publicKey = yield* Effect.option(keepPair(keys, dataDir, day))
    if (Option.isSome(publicKey)) publicKeys[day] = publicKey.value
  }
  return publicKeys
})

/** Returns the public keys by day. */
export const keepDayKeys = Effect.fn("Keys.keepDayKeys")(function* (
  dataDir: string,
  today: string,
  keys: PrivateKeys = keysInFolder(dataDir),
) {
  const publicKeys: Record<string, Uint8Array> = {}
  if (isClosed(dataDir)) return publicKeys
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = daysAfter(today, ahead)
    publicKeys[day] = yield* keepPair(keys, dataDir, day)
  }
  return publicKeys
})
