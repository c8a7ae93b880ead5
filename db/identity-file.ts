/** Keeps the identity of a store with the keys: a store that is lost or exchanged is then recognised. */
import { randomBytes } from "node:crypto"
import { existsSync, renameSync } from "node:fs"
import { dirname, join } from "node:path"
import { keepKey, readKey } from "./keys/key-file.ts"
import { syncFolder } from "./sync-folder.ts"

export const identityLength = 16

export const identityFile = (dataDir: string, store: "collection" | "evidence"): string =>
  join(dataDir, "keys", `${store}.id`)

/** The identity of a store that is being made: the store takes it first, and then the file gets its name. */
const draftOf = (file: string): string => `${file}.new`

export interface KnownIdentity {
  /** The store exists, or has existed. */
  readonly settled: Uint8Array | undefined
  readonly draft: Uint8Array | undefined
}

const isDenied = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EACCES"

/** `undefined` where this account may not read it, which only a command that reads can be content with. */
export const readIdentity = (file: string, readOnly: boolean): KnownIdentity | undefined => {
  try {
    return { settled: readKey(file), draft: readKey(draftOf(file)) }
  } catch (error) {
    if (readOnly && isDenied(error)) return undefined
    throw error
  }
}

/** Returns the draft of an earlier process, if there is one. */
export const draftIdentity = (file: string): Uint8Array => keepKey(draftOf(file), randomBytes(identityLength))

export const settleIdentity = (file: string): void => {
  if (existsSync(file) || !existsSync(draftOf(file))) return
  renameSync(draftOf(file), file)
  syncFolder(dirname(file))
}

/** For a store that comes from a backup. */
export const keepIdentity = (file: string, identity: Uint8Array): Uint8Array => keepKey(file, identity)

/** Before the first start of a service: the writer may not write among the keys. */
export const prepareIdentity = (file: string): void => {
  if (!existsSync(file)) draftIdentity(file)
}
