/** Runs one command line in this process, on the storage that a test names. */
import { Clock, Effect, Fiber } from "effect"
import { connect } from "../../db/connect.ts"
import type { EvidenceTables } from "../../db/evidence/schema.ts"
import { runAsk } from "../../src/commands/run-ask.ts"
import { readSettings } from "../../src/deployment/settings.ts"
import { evidenceSource, isEvidenceHere, type StorageSettings } from "../../src/deployment/storage.ts"
import { clockAt } from "./clock.ts"

/** Where the people of a live test sign in. */
const staff = { port: 3001, origin: "https://desk.example" }

const running = (storage: StorageSettings, args: readonly string[], desk = true): Effect.Effect<number> =>
  runAsk(
    args,
    Effect.map(readSettings({ MODE: storage.mode }), ({ deployment, ...settings }) => ({
      ...{ ...settings, storage },
      deployment: desk && storage.mode === "live" ? { ...deployment, staff } : deployment,
    })),
  )

/** Plays people at their browsers, who prove at once whatever a command asks of them. */
const approving = (storage: StorageSettings): Effect.Effect<void> =>
  Effect.gen(function* () {
    const { db } = yield* Effect.acquireRelease(
      Effect.sync(() => connect<EvidenceTables>(evidenceSource(storage))),
      (opened) => Effect.promise(() => opened.db.destroy()),
    )
    for (;;) {
      yield* Effect.sleep(100)
      // The store of another version has no such table.
      yield* Effect.ignore(Effect.tryPromise(() => db.updateTable("command_request").set({ approved: 1 }).execute()))
    }
  }).pipe(Effect.scoped)

const asking = ["release", "publication", "retention", "close", "transfer"]

const needsPeople = ({ mode }: StorageSettings, [command = "", ...rest]: readonly string[]): boolean =>
  mode === "live" && asking.includes(command) && rest.some((arg) => arg === "--by" || arg === "--witness")

export const ask = (storage: StorageSettings, ...args: readonly string[]): Promise<number> =>
  Effect.runPromise(
    Effect.gen(function* () {
      if (!needsPeople(storage, args) || !isEvidenceHere(storage)) return yield* running(storage, args)
      const people = yield* Effect.forkChild(approving(storage))
      const code = yield* running(storage, args)
      yield* Fiber.interrupt(people)
      return code
    }),
  )

/** The same where nobody proves anything: with staff pages, or where the deployment lacks them. */
export const askAlone = (storage: StorageSettings, desk: boolean, ...args: readonly string[]): Promise<number> =>
  Effect.runPromise(running(storage, args, desk))

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
