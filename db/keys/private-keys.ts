/** Private keys are kept, read and destroyed by name alone: a day's, or `retention`; whoever needs one knows no more. */
import { join } from "node:path"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"

export interface PrivateKeys {
  readonly read: (id: string) => Uint8Array | undefined
  /** What is held afterwards: a key is never replaced. */
  readonly keep: (id: string, key: Uint8Array) => Uint8Array
  readonly destroy: (id: string) => void
  /** The days that have a key, in order. */
  readonly days: () => readonly string[]
}

export const privateKeyFolder = (dataDir: string): string => join(dataDir, "keys", "private")

export const keysInFolder = (dataDir: string): PrivateKeys => {
  const folder = privateKeyFolder(dataDir)
  const file = (id: string) => join(folder, `${id}.key`)
  return {
    read: (id) => readKey(file(id)),
    keep: (id, key) => keepKey(file(id), key),
    destroy: (id) => destroyKey(file(id)),
    days: () => daysKept(folder),
  }
}
