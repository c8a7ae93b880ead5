/** Runs the command line of this process: one command, and the exit code that docs/exit-codes.md gives it. */
import { Effect } from "effect"
import { readSettings } from "../deployment/settings.ts"
import { runAsk } from "./run-ask.ts"

// A reader such as `head` may close the pipe before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))

const args = process.argv.slice(2)
// `npm run ask -- -- open` hands on the first `--` as well.
const words = args[0] === "--" ? args.slice(1) : args
const settings = Effect.suspend(() => readSettings(process.env))
process.exitCode = await Effect.runPromise(runAsk(words, settings))
