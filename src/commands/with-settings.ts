/** Gives a command the settings of this deployment when it starts, so that help and refusals need none. */
import { Context, Effect } from "effect"
import { Command } from "effect/cli"
import { CollectionWindow } from "../../policy/window.ts"
import { declaredWindow } from "../deployment/declared.ts"
import type { SettingsRefused } from "../deployment/environment.ts"
import { type DeploymentSettings, Settings } from "../deployment/settings.ts"

/** Decodes the settings when it is run. */
export class SettingsSource extends Context.Service<
  SettingsSource,
  Effect.Effect<DeploymentSettings, SettingsRefused>
>()("src/commands/SettingsSource") {}

const current = Effect.flatten(SettingsSource)
const window = Effect.flatMap(Settings, ({ storage }) => declaredWindow(storage))

export const withSettings = <Name extends string, Input, ContextInput, E, R>(
  command: Command.Command<Name, Input, ContextInput, E, R>,
) => command.pipe(Command.provideEffect(CollectionWindow, window), Command.provideEffect(Settings, current))
