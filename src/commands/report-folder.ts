/** Names the folder of the report: the one that was typed, or the usual one. */
import { join } from "node:path"
import { Effect, Option } from "effect"
import type { Settings } from "../deployment/settings.ts"
import { resultsFolder } from "../deployment/storage.ts"
import { typedPath } from "./typed-path.ts"

const usual = join(resultsFolder, "report")

export const reportFolder = (out: Option.Option<string>): Effect.Effect<string, never, Settings> =>
  Option.isSome(out) ? typedPath(out.value) : Effect.succeed(usual)
