/** Where a deployment keeps its answers and keys; the two modes never share a place by default. */
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { Source } from "../../db/connect.ts"
import { type Mode, modes } from "../../policy/data/mode.ts"

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url))

export interface Place {
  readonly mode: Mode
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

export const defaultDataDir = (mode: Mode): string => join(projectRoot, ".data", mode)

export const collectionFile = (dataDir: string): string => join(dataDir, "collection.sqlite")

export const collectionSource = ({ dataDir, databaseUrl }: Place): Source =>
  databaseUrl === undefined
    ? { dialect: "sqlite", file: collectionFile(dataDir) }
    : { dialect: "postgres", url: databaseUrl }

/** A file of its own beside the collection, which the service never opens. */
export const evidenceFile = (dataDir: string): string => join(dataDir, "evidence.sqlite")

export const evidenceSource = ({ dataDir }: Place): Source => ({ dialect: "sqlite", file: evidenceFile(dataDir) })

/** Handed to a process of our own in its environment. */
export const placeToEnv = ({ mode, dataDir, databaseUrl }: Place): Record<string, string> => ({
  MODE: mode,
  DATA_DIR: dataDir,
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
})

/** The environment overrides what `app.config.ts` states. */
export const placeFromEnv = (env: NodeJS.ProcessEnv, stated: Partial<Place> = {}): Place => {
  const mode = modes.find((each) => each === env["MODE"]) ?? stated.mode ?? "rehearsal"
  return {
    mode,
    dataDir: resolve(projectRoot, env["DATA_DIR"] || stated.dataDir || defaultDataDir(mode)),
    databaseUrl: env["DATABASE_URL"] || stated.databaseUrl || undefined,
  }
}
