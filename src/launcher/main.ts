/** Starts the platform as one process: it takes its settings from the environment, `app.config.ts` and what was declared, or refuses. */
import inspector from "node:inspector"
import { Effect, Result } from "effect"
import { geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { recordedHere } from "../deployment/declared.ts"
import { logTo } from "../deployment/log.ts"
import { deploymentToOpen, hurried } from "../deployment/opening.ts"
import { readSettings } from "../deployment/settings.ts"
import { accountsOf } from "./account.ts"
import { launch } from "./launch.ts"
import { defaultHour } from "./night.ts"
import { sandboxOffered } from "./sandbox.ts"
import { staffDeskOf } from "./staff-desk.ts"
import { thisCommit } from "./this-build.mjs"

process.umask(0o077)

const start = async (): Promise<number> => {
  const refuse = (sentence: string): number => {
    console.error(sentence)
    return 1
  }
  if (inspector.url() !== undefined)
    return refuse(
      "A debugger is open in the launcher (--inspect), through which any process here could read the keys. Nothing was started. Start it without, and take --inspect out of NODE_OPTIONS.",
    )
  const settings = Effect.runSync(Effect.result(readSettings(process.env)))
  if (Result.isFailure(settings)) return refuse(settings.failure.message)
  const { storage, deployment: stated, environment } = settings.success
  const geography = geographyHeld(geographyFolder(storage.dataDir))
  const accounts = stated.accounts && accountsOf(stated.accounts)
  if (typeof accounts === "string") return refuse(accounts)
  const sandbox = sandboxOffered(accounts?.web)
  const recorded = await Effect.runPromise(Effect.result(recordedHere(storage, stated, console.error)))
  if (Result.isFailure(recorded)) return refuse(recorded.failure.message)
  const deployment = deploymentToOpen(recorded.success, geography, sandbox === undefined ? "none" : "offered")
  if (Result.isFailure(deployment)) return refuse(deployment.failure.message)
  const staff = staffDeskOf(stated, environment, { ...storage, accounts })
  if (Result.isFailure(staff)) console.error(staff.failure)
  const { mode: _mode, ...where } = storage
  const nightly = environment.NIGHTLY_TRANSFER ?? stated.nightlyTransfer ?? defaultHour
  return launch({
    ...where,
    accounts,
    sandbox,
    expectedADay: stated.expectedADay,
    nightly,
    custody: nightly === "off" ? defaultHour : nightly,
    deployment: environment.HURRY ? hurried(deployment.success) : deployment.success,
    geography,
    host: environment.HOST ?? stated.host ?? "127.0.0.1",
    port: environment.PORT ?? stated.port ?? 3000,
    metricsPort: environment.METRICS_PORT ?? stated.metricsPort,
    staff: Result.getOrElse(staff, () => undefined),
    watch: environment.WATCH_PIDS ?? [],
    commit: thisCommit(),
    log: logTo((line) => process.stderr.write(line)),
  })
}

process.exitCode = await start()
process.exit()
