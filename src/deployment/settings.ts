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

const unusable = (why: string) =>
  Effect.fail(new SettingsRefused({ message: `app.config.ts cannot be used. Nothing was done. ${why}` }))

/** Earlier versions stated these in code; they are records of named people now. */
const movedIn = (stated: unknown): readonly string[] =>
  ["controller", "regulator", "securityContact"].filter(
    (name) => typeof stated === "object" && stated !== null && Object.hasOwn(stated, name),
  )

export const readSettings = Effect.fn("Settings.read")(function* (
  variables: Variables,
  stated: unknown = appConfig,
): Effect.fn.Return<DeploymentSettings, SettingsRefused> {
  const environment = yield* Effect.fromResult(readEnvironment(variables))
  const moved = movedIn(stated)
  if (moved.length > 0)
    return yield* unusable(`Take out ${moved.join(", ")} and record whom to turn to: ask -- declare contact.`)
  const recorded = yield* Effect.catch(readDeployment(stated), ({ message }) => unusable(message))
  const storage = storageFrom(environment, recorded)
  const { ORIGIN: origin = recorded.origin } = environment
  const deployment = { ...recorded, mode: storage.mode, ...(origin !== undefined && { origin }) }
  return { storage, deployment, environment }
})
