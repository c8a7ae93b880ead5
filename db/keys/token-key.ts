/** A token is kept only as its HMAC under a key that survives restarts, so that a retry is known and a token is not. */
import { createHmac, randomBytes } from "node:crypto"
import { join } from "node:path"
import { keepKey, readKey } from "./key-file.ts"

const tokenKeyFile = (dataDir: string) => join(dataDir, "keys", "token.key")

export const keepTokenKey = (dataDir: string): void => {
  const file = tokenKeyFile(dataDir)
  if (readKey(file) === undefined) keepKey(file, randomBytes(32))
}

export const readTokenKey = (dataDir: string): Uint8Array | undefined => readKey(tokenKeyFile(dataDir))

export const tokenHash = (key: Uint8Array, token: string): Uint8Array =>
  createHmac("sha256", key).update(token).digest()
