/** Resolves a path from the folder in which the command was typed, not from the one in which npm runs it. */
import { resolve } from "node:path"
import { Effect } from "effect"
import { Settings } from "../deployment/settings.ts"

export const typedPath = (path: string): Effect.Effect<string, never, Settings> =>
  Effect.map(Settings, ({ environment }) => resolve(environment.INIT_CWD ?? ".", path))
