/** Runs one command line in this process, on the storage that a test names. */
import { Clock, Effect } from "effect"
import { runAsk } from "../../src/commands/run-ask.ts"
import { readSettings } from "../../src/deployment/settings.ts"
import type { StorageSettings } from "../../src/deployment/storage.ts"
import { clockAt } from "./clock.ts"

const running = (storage: StorageSettings, args: readonly string[]): Effect.Effect<number> =>
  runAsk(
    args,
    Effect.map(readSettings({ MODE: storage.mode }), (settings) => ({ ...settings, storage })),
  )

export const ask = (storage: StorageSettings, ...args: readonly string[]): Promise<number> =>
  Effect.runPromise(running(storage, args))

/** The same at noon of a day that the test sets: the only way in which the clock of a command can be moved. */
export const askOn = (day: string, storage: StorageSettings, ...args: readonly string[]): Promise<number> =>
  Effect.runPromise(
    running(storage, args).pipe(
      Effect.provideService(
        Clock.Clock,
        clockAt(() => Date.parse(`${day}T12:00:00Z`)),
      ),
    ),
  )
