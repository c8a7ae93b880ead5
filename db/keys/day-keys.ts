/** Every day from today to a week ahead has a key pair, and a public key is shown only once its private key is safe. */
import { join } from "node:path"
import { parameters } from "../../policy/parameters.ts"
import { daysAfter } from "./civil-day.ts"
import { keepPair } from "./key-pair.ts"
import { keysInFolder, type PrivateKeys, privateKeyFolder } from "./private-keys.ts"

export const daysAhead: number = parameters.dayKeysAhead.value

export const privateKeyFile = (dataDir: string, day: string) => join(privateKeyFolder(dataDir), `${day}.key`)

/** The public keys by day; a pair that there never was is made first, and one that is lost is said to be. */
export const keepDayKeys = async (
  dataDir: string,
  today: string,
  keys: PrivateKeys = keysInFolder(dataDir),
): Promise<Record<string, Uint8Array>> => {
  const publicKeys: Record<string, Uint8Array> = {}
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = daysAfter(today, ahead)
    publicKeys[day] = await keepPair(keys, dataDir, day)
  }
  return publicKeys
}
