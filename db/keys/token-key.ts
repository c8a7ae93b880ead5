/** Hashes tokens with a key that survives restarts: a retry is recognised, and the token itself is never stored. */
import { createHmac, randomBytes } from "node:crypto"
import { join } from "node:path"
import { isClosed } from "./closed-marker.ts"
import { destroyKey, keepKey, readKey } from "./key-file.ts"

const tokenKeyFile = (dataDir: string) => join(dataDir, "keys", "token.key")

export const keepTokenKey = (dataDir: string): void => {
  const file = tokenKeyFile(dataDir)
  if (!isClosed(dataDir) && readKey(file) === undefined) keepKey(file, randomBytes(32))
}

/** Without it no stored hash can be compared with a token. */
export const destroyTokenKey = (dataDir: string): void => destroyKey(tokenKeyFile(dataDir))

export const readTokenKey = (dataDir: string): Uint8Array | undefined => readKey(tokenKeyFile(dataDir))

export const tokenHash = (key: Uint8Array, token: string): Uint8Array =>
  createHmac("sha256", key).update(token).digest()
