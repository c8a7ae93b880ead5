/** The launcher as a process: its deployment comes from `app.config.ts`, its place from its environment. */
import { Result } from "effect"
import { geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { modes } from "../../policy/data/mode.ts"
import { accountsOf } from "./account.ts"
import { appConfig, deploymentToOpen } from "./config.ts"
import { launch } from "./launch.ts"
import { nightlyHour } from "./night.ts"
import { placeFromEnv } from "./place.ts"

process.umask(0o077)

const { env } = process

const watch = (env["WATCH_PIDS"] ?? "")
  .split(",")
  .map(Number)
  .filter((pid) => pid > 1)

const start = async (): Promise<number> => {
  const refuse = (sentence: string): number => {
    console.error(sentence)
    return 1
  }
  const port = Number(env["PORT"] || appConfig.port || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuse("PORT is not a port: set it to a number from 1 to 65535, or leave it out for 3000.")
  const mode = modes.find((each) => each === env["MODE"])
  if (env["MODE"] && mode === undefined)
    return refuse("MODE is not a mode: set it to rehearsal or live, or leave it out for what app.config.ts says.")
  const place = placeFromEnv(env, appConfig)
  const geography = geographyHeld(geographyFolder(place.dataDir))
  const deployment = deploymentToOpen(mode, geography)
  if (Result.isFailure(deployment)) return refuse(deployment.failure)
  const { dataDir, databaseUrl, evidenceUrl, keyCommand } = place
  const accounts = appConfig.accounts && accountsOf(appConfig.accounts)
  if (typeof accounts === "string") return refuse(accounts)
  const nightly = nightlyHour(env["NIGHTLY_TRANSFER"] || appConfig.nightlyTransfer)
  if (nightly === undefined)
    return refuse("NIGHTLY_TRANSFER is no hour: set it to a number from 0 to 23, or to off, or leave it out for 2.")
  return launch({
    accounts,
    nightly,
    deployment: deployment.success,
    geography,
    host: env["HOST"] || appConfig.host || "127.0.0.1",
    port,
    dataDir,
    databaseUrl,
    evidenceUrl,
    keyCommand,
    watch,
  })
}

process.exitCode = await start()
process.exit()
