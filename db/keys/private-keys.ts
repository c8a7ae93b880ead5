/** Stores, reads and destroys private keys by name only: a day, or `retention`. Its callers cannot tell a folder from a vault. */
import { join } from "node:path"
import type { Effect } from "effect"
import { attempt } from "../attempt.ts"
import { daysKept, destroyKey, keepKey, readKey } from "./key-file.ts"
import type { CannotReachKey } from "./key-trouble.ts"

export interface PrivateKeys {
  readonly read: (id: string) => Effect.Effect<Uint8Array | undefined, CannotReachKey>
  /** Returns the stored key: an existing one is never replaced. */
  readonly keep: (id: string, key: Uint8Array) => Effect.Effect<Uint8Array, CannotReachKey>
  readonly destroy: (id: string) => Effect.Effect<void, CannotReachKey>
  /** The days that have a key, in order. */
  readonly days: Effect.Effect<readonly string[], CannotReachKey>
}

export const privateKeyFolder = (dataDir: string): string => join(dataDir, "keys", "private")

export const keysInFolder = (dataDir: string): PrivateKeys => {
  const folder = privateKeyFolder(dataDir)
  const file = (id: string) => join(folder, `${id}.key`)
  return {
    read: (id) => attempt("keys", () => readKey(file(id))),
    keep: (id, key) => attempt("keys", () => keepKey(file(id), key)),
    destroy: (id) => attempt("keys", () => destroyKey(file(id))),
    days: attempt("keys", () => daysKept(folder)),
  }
}
