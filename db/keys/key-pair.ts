/** A public key is shown only once its private key is safe, follows from it, and outlives it only as the sign of a loss. */
import { join } from "node:path"
import { suite } from "../collection/suite.ts"
import { destroyKey, keepKey, readKey } from "./key-file.ts"
import { KeyLost } from "./key-lost.ts"
import type { PrivateKeys } from "./private-keys.ts"

export const publicKeyFile = (dataDir: string, id: string): string => join(dataDir, "keys", "public", `${id}.key`)

/** The public key; a pair that there never was is made. */
export const keepPair = async (keys: PrivateKeys, dataDir: string, id: string): Promise<Uint8Array> => {
  const shown = publicKeyFile(dataDir, id)
  const held = keys.read(id)
  if (held === undefined && readKey(shown) !== undefined) throw new KeyLost({ key: id })
  const privateKey = held ?? keys.keep(id, await newPrivateKey())
  const publicKey = await publicKeyOf(privateKey)
  privateKey.fill(0)
  const known = readKey(shown)
  if (known !== undefined && Buffer.compare(known, publicKey) !== 0) destroyKey(shown)
  return keepKey(shown, publicKey)
}

/** The private key goes last: nothing is sealed to a public key that is shown no more. */
export const destroyPair = (keys: PrivateKeys, dataDir: string, id: string): void => {
  destroyKey(publicKeyFile(dataDir, id))
  keys.destroy(id)
}

const newPrivateKey = async (): Promise<Uint8Array> => {
  const { privateKey } = await suite.kem.generateKeyPair()
  return new Uint8Array(await suite.kem.serializePrivateKey(privateKey))
}

export const publicKeyOf = async (privateKey: Uint8Array): Promise<Uint8Array> => {
  const jwk = await crypto.subtle.exportKey("jwk", await suite.kem.deserializePrivateKey(privateKey))
  return new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))
}
