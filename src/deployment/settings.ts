/** Decodes the environment and `app.config.ts` together, once, for the launcher and every command alike. */
import { Context, Effect } from "effect"
import config from "../../app.config.ts"
import { type Deployment, readDeployment } from "../../policy/deployment/deployment.ts"
import { type Environment, readEnvironment, SettingsRefused, type Variables } from "./environment.ts"
import { type StorageSettings, storageFrom } from "./storage.ts"

export const appConfig: Deployment = config

export interface DeploymentSettings {
  readonly storage: StorageSettings
  /** As `app.config.ts` states it, in the mode that applies here. */
  readonly deployment: Deployment
  readonly environment: Environment
}

/** The settings of this deployment, for a command that is about to run. */
export class Settings extends Context.Service<Settings, DeploymentSettings>()("src/deployment/Settings") {}

export const readSettings = Effect.fn("Settings.read")(function* (
  variables: Variables,
  stated: unknown = appConfig,
): Effect.fn.Return<DeploymentSettings, SettingsRefused> {
  const environment = yield* Effect.fromResult(readEnvironment(variables))
  const recorded = yield* Effect.mapError(
    readDeployment(stated),
    ({ message }) => new SettingsRefused({ message: `app.config.ts cannot be used. Nothing was done. ${message}` }),
  )
  const storage = storageFrom(environment, recorded)
  return { storage, deployment: { ...recorded, mode: storage.mode }, environment }
})
