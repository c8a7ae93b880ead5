/** Every day from today to a week ahead has a key pair, and a public key is shown only once its private key is safe. */
import { join } from "node:path"
import { parameters } from "../../policy/parameters.ts"
import { suite } from "../collection/suite.ts"
import { daysAfter } from "./civil-day.ts"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"

export const daysAhead: number = parameters.dayKeysAhead.value

export const privateKeyFile = (dataDir: string, day: string) => join(dataDir, "keys", "private", `${day}.key`)
export const privateKeyDays = (dataDir: string): readonly string[] => daysKept(join(dataDir, "keys", "private"))

/** The private key goes last: nothing is sealed to a public key that is shown no more. */
export const destroyDayKeys = (dataDir: string, day: string): void => {
  destroyKey(publicKeyFile(dataDir, day))
  destroyKey(privateKeyFile(dataDir, day))
}

const publicKeyFile = (dataDir: string, day: string) => join(dataDir, "keys", "public", `${day}.key`)

/** The public keys by day; private keys that are missing are made first. */
export const keepDayKeys = async (dataDir: string, today: string): Promise<Record<string, Uint8Array>> => {
  const publicKeys: Record<string, Uint8Array> = {}
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = daysAfter(today, ahead)
    publicKeys[day] = await keepPair(dataDir, day)
  }
  return publicKeys
}

/** The public key always follows from the private key on the disk, so the two cannot drift apart. */
const keepPair = async (dataDir: string, day: string): Promise<Uint8Array> => {
  const file = privateKeyFile(dataDir, day)
  const privateKey = readKey(file) ?? keepKey(file, await newPrivateKey())
  const publicKey = await publicKeyOf(privateKey)
  privateKey.fill(0)
  const shown = publicKeyFile(dataDir, day)
  const known = readKey(shown)
  if (known !== undefined && Buffer.compare(known, publicKey) !== 0) destroyKey(shown)
  return keepKey(shown, publicKey)
}

const newPrivateKey = async (): Promise<Uint8Array> => {
  const { privateKey } = await suite.kem.generateKeyPair()
  return new Uint8Array(await suite.kem.serializePrivateKey(privateKey))
}

const publicKeyOf = async (privateKey: Uint8Array): Promise<Uint8Array> => {
  const jwk = await crypto.subtle.exportKey("jwk", await suite.kem.deserializePrivateKey(privateKey))
  return new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))
}
