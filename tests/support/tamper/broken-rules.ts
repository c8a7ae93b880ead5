/** Audits a deployment as the report does, at an instant that the test sets, and lists each rule that was found broken. */
import { Clock, Effect } from "effect"
import { auditDeployment } from "../../../src/commands/build-report.ts"
import { readSettings } from "../../../src/deployment/settings.ts"
import type { StorageSettings } from "../../../src/deployment/storage.ts"
import { clockAt } from "../clock.ts"

export const verdictsOf = async (storage: StorageSettings, at: number) => {
  const audits = readSettings({ MODE: storage.mode }).pipe(
    Effect.flatMap(({ deployment }) => auditDeployment({ storage, deployment })),
    Effect.provideService(
      Clock.Clock,
      clockAt(() => at),
    ),
  )
  const { verdicts } = await Effect.runPromise(audits)
  return verdicts
}

/** `rule: what the report prints of it`. */
export const brokenRules = async (storage: StorageSettings, at: number): Promise<readonly string[]> => {
  const verdicts = await verdictsOf(storage, at)
  return [...verdicts].flatMap(([id, verdict]) => (verdict.status === "broken" ? [`${id}: ${verdict.observed}`] : []))
}
