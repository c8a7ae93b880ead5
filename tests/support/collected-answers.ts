/** Reads the answers in the collection as `ask -- open` does. */

import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { Effect, Stream } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openRow } from "../../db/collection/open.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { readKey } from "../../db/keys/key-file.ts"
import { collectionSource } from "../../src/deployment/storage.ts"
import { ofThisRun } from "./environment.ts"
import { askProgram } from "./programs.ts"

export interface Opened {
  readonly form: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly geography: unknown
}

/** Runs the command line in a process of its own. */
export const ask = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const command = [...askProgram(), ...args]
  const options = { env: { ...ofThisRun, ...env }, maxBuffer: 2 ** 30 }
  return (await promisify(execFile)(process.execPath, command, options)).stdout
}

/** The same in this process, which takes less time. */
export const openedAnswers = (dataDir: string, databaseUrl?: string): Promise<readonly Opened[]> =>
  Effect.gen(function* () {
    const source = { ...collectionSource({ mode: "rehearsal", dataDir, databaseUrl }), readOnly: true }
    const collection = yield* openCollection(source, "rehearsal")
    const rows = yield* Stream.runCollect(collection.responses)
    return yield* Effect.forEach(rows, (row) =>
      openRow(row, readKey(privateKeyFile(dataDir, row.day)) ?? new Uint8Array()),
    )
  }).pipe(
    Effect.scoped,
    Effect.map((opened) => opened as readonly Opened[]),
    Effect.runPromise,
  )
