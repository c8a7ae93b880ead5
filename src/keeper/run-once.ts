/** Does one piece of nightly work in a process of its own, sends the launcher its result, and ends. */
import { Effect, type Scope } from "effect"
import { isCutOff, RestoreCutOff } from "../../db/backup/restore-marker.ts"
import type { NightlyResult } from "../deployment/messages.ts"

/** Nothing is opened while a restore is cut off. Failures are sent as sentences; killing it is safe at any moment. */
export const runOnce = async (
  dataDir: string,
  work: Effect.Effect<NightlyResult, { readonly message: string }, Scope.Scope>,
): Promise<void> => {
  process.umask(0o077)
  // A signal to the whole service is for the launcher, which then kills this process: the next run goes on from there.
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
  process.on("disconnect", () => process.exit(1))
  const result = await Effect.suspend(() => (isCutOff(dataDir) ? Effect.fail(new RestoreCutOff()) : work)).pipe(
    Effect.scoped,
    Effect.catch(({ message }) => Effect.succeed<NightlyResult>({ outcome: "failed", sentence: message })),
    Effect.runPromise,
  )
  process.send?.(result, undefined, undefined, () => process.exit(0))
}
