/** Where a deployment keeps its answers and keys; the two modes never share a place by default. */
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { Source } from "../../db/connect.ts"
import type { KeyCommand } from "../../db/keys/key-command.ts"
import { type Mode, modes } from "../../policy/data/mode.ts"

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url))

export interface Place {
  readonly mode: Mode
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Where the evidence store is a PostgreSQL of its own, and not a file. */
  readonly evidenceUrl?: string | undefined
  /** Holds the private keys, where the folder of private keys does not. */
  readonly keyCommand?: KeyCommand | undefined
}

export const defaultDataDir = (mode: Mode): string => join(projectRoot, ".data", mode)

export const collectionFile = (dataDir: string): string => join(dataDir, "collection.sqlite")

export const collectionSource = ({ dataDir, databaseUrl }: Place): Source =>
  databaseUrl === undefined
    ? { dialect: "sqlite", file: collectionFile(dataDir) }
    : { dialect: "postgres", url: databaseUrl }

/** A file of its own beside the collection, which none of the serving processes opens. */
export const evidenceFile = (dataDir: string): string => join(dataDir, "evidence.sqlite")

export const evidenceSource = ({ dataDir, evidenceUrl }: Place): Source =>
  evidenceUrl === undefined
    ? { dialect: "sqlite", file: evidenceFile(dataDir) }
    : { dialect: "postgres", url: evidenceUrl }

/** With those that SQLite keeps beside it. */
export const evidenceFiles = ({ dataDir }: Place): readonly string[] =>
  ["", "-wal", "-shm"].map((end) => evidenceFile(dataDir) + end)

/** The files of the released tables: of all that is here the only ones that anyone may read. */
export const releasedDir = ({ dataDir }: Pick<Place, "dataDir">): string => join(dataDir, "released")

/** Handed to a process of our own in its environment. */
export const placeToEnv = ({ mode, dataDir, databaseUrl, evidenceUrl, keyCommand }: Place): Record<string, string> => ({
  MODE: mode,
  DATA_DIR: dataDir,
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  ...(evidenceUrl === undefined ? {} : { EVIDENCE_DATABASE_URL: evidenceUrl }),
  ...(keyCommand === undefined ? {} : { KEY_COMMAND: JSON.stringify(keyCommand) }),
})

/** A list in JSON, or a program alone. */
const commandIn = (said: string | undefined): KeyCommand | undefined => {
  if (!said) return undefined
  const list: unknown = said.startsWith("[") ? JSON.parse(said) : [said]
  return Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === "string") ? list : [said]
}

/** The environment overrides what `app.config.ts` states. */
export const placeFromEnv = (env: NodeJS.ProcessEnv, stated: Partial<Place> = {}): Place => {
  const mode = modes.find((each) => each === env["MODE"]) ?? stated.mode ?? "rehearsal"
  return {
    mode,
    dataDir: resolve(projectRoot, env["DATA_DIR"] || stated.dataDir || defaultDataDir(mode)),
    databaseUrl: env["DATABASE_URL"] || stated.databaseUrl || undefined,
    evidenceUrl: env["EVIDENCE_DATABASE_URL"] || stated.evidenceUrl || undefined,
    keyCommand: commandIn(env["KEY_COMMAND"]) ?? stated.keyCommand,
  }
}
