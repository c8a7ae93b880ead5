/** Names the folder, databases and key program in which one deployment keeps its answers and keys. */
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { Result } from "effect"
import type { IdentityPlace, Source } from "../../db/connect.ts"
import { identityFile } from "../../db/identity-file.ts"
import type { KeyCommand } from "../../db/keys/key-command.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { voiceFolderNextTo } from "../voice/voice-folder.ts"
import { type Environment, readEnvironment, type Variables } from "./environment.ts"

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url))

export interface StorageSettings {
  readonly mode: Mode
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** The evidence store's own PostgreSQL; without it the evidence store is a file. */
  readonly evidenceUrl?: string | undefined
  /** The program that holds the private keys; without it a folder holds them. */
  readonly keyCommand?: KeyCommand | undefined
}

/** The results of this machine's test runs, with the key that signs them, and the report. */
export const resultsFolder = join(projectRoot, ".results")

export const defaultDataDir = (mode: Mode): string => join(projectRoot, ".data", mode)

export const collectionFile = (dataDir: string): string => join(dataDir, "collection.sqlite")

const identityOf = (dataDir: string, store: "collection" | "evidence"): IdentityPlace => ({
  file: identityFile(dataDir, store),
  settles: true,
})

export const collectionSource = ({ dataDir, databaseUrl }: StorageSettings): Source => ({
  identity: identityOf(dataDir, "collection"),
  ...(databaseUrl === undefined
    ? { dialect: "sqlite", file: collectionFile(dataDir) }
    : { dialect: "postgres", url: databaseUrl }),
})

/** Looking for a collection must make none. */
export const isCollectionHere = (storage: StorageSettings): boolean => {
  const source = collectionSource(storage)
  return source.dialect === "postgres" || existsSync(source.file)
}

/** Separate from the collection: no serving process opens it. */
export const evidenceFile = (dataDir: string): string => join(dataDir, "evidence.sqlite")

export const evidenceSource = ({ dataDir, evidenceUrl }: StorageSettings): Source => ({
  identity: identityOf(dataDir, "evidence"),
  ...(evidenceUrl === undefined
    ? { dialect: "sqlite", file: evidenceFile(dataDir) }
    : { dialect: "postgres", url: evidenceUrl }),
})

/** Looking for an evidence store must make none. */
export const isEvidenceHere = ({ dataDir, evidenceUrl }: StorageSettings): boolean =>
  evidenceUrl !== undefined || existsSync(evidenceFile(dataDir))

/** The evidence store's file, with the write-ahead log and shared memory of SQLite. */
export const evidenceFiles = ({ dataDir }: StorageSettings): readonly string[] =>
  ["", "-wal", "-shm"].map((end) => evidenceFile(dataDir) + end)

type InDataDir = Pick<StorageSettings, "dataDir">

/** The folder around the released tables: it stays while the tables in it are exchanged, so that a sandbox can show it. */
export const releasesDir = ({ dataDir }: InDataDir): string => join(dataDir, "released")

/** The files of the released tables: with the recordings the only data of a deployment that the public may read. */
export const releasedDir = (storage: InDataDir): string => join(releasesDir(storage), "tables")

/** Recordings of the words of the survey: public too. `web` may read this folder because the folder of the releases holds it. */
export const voiceDir = (storage: InDataDir): string => voiceFolderNextTo(releasedDir(storage))

/** The variables that hand these settings to a process of our own. */
export const storageToEnv = ({
  mode,
  dataDir,
  databaseUrl,
  evidenceUrl,
  keyCommand,
}: StorageSettings): Record<string, string> => ({
  MODE: mode,
  DATA_DIR: dataDir,
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  ...(evidenceUrl === undefined ? {} : { EVIDENCE_DATABASE_URL: evidenceUrl }),
  ...(keyCommand === undefined ? {} : { KEY_COMMAND: JSON.stringify(keyCommand) }),
})

/** The environment overrides what `app.config.ts` states. */
export const storageFrom = (environment: Environment, stated: Partial<StorageSettings> = {}): StorageSettings => {
  const mode = environment.MODE ?? stated.mode ?? "rehearsal"
  return {
    mode,
    dataDir: resolve(projectRoot, environment.DATA_DIR ?? stated.dataDir ?? defaultDataDir(mode)),
    databaseUrl: environment.DATABASE_URL ?? stated.databaseUrl,
    evidenceUrl: environment.EVIDENCE_DATABASE_URL ?? stated.evidenceUrl,
    keyCommand: environment.KEY_COMMAND ?? stated.keyCommand,
  }
}

/** What the launcher handed to one of its processes. */
export const storageFromEnv = (variables: Variables): StorageSettings =>
  storageFrom(Result.getOrThrow(readEnvironment(variables)))
