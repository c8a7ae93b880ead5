/** `ask -- disclosure audit`: what an attacker learns from tables made anywhere; 0 once it could decide, 2 when not. */
import { parseArgs } from "node:util"
import { Effect } from "effect"
import { audit } from "../../policy/disclosure/audit/audit.ts"
import { type AuditRefused, refused } from "../../policy/disclosure/audit/refused.ts"
import type { Leak } from "../../policy/disclosure/audit/verdict.ts"
import { askedPath } from "./asked-path.ts"
import { tablesGiven } from "./tables-given.ts"

const usage =
  "Name one file, disclosure audit FILE.json, or one folder, disclosure audit FOLDER --threshold 10 --lower-bound 0; --seconds 600 stops it sooner"

const notUnderstood = (found: string): AuditRefused => refused("not-understood", found, usage)

const whole = (option: string, given: string | undefined): Effect.Effect<number | undefined, AuditRefused> =>
  given === undefined || /^\d{1,9}$/.test(given)
    ? Effect.succeed(given === undefined ? undefined : Number(given))
    : Effect.fail(notUnderstood(`--${option} is not a whole number`))

const decide = Effect.fnUntraced(function* (args: readonly string[]) {
  const options = {
    threshold: { type: "string" },
    "lower-bound": { type: "string" },
    seconds: { type: "string" },
  } as const
  const { positionals, values } = yield* Effect.try({
    try: () => parseArgs({ args: [...args], allowPositionals: true, options }),
    catch: () => notUnderstood("an option is not known"),
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return yield* notUnderstood("not one file or folder is named")
  const threshold = yield* whole("threshold", values.threshold)
  if (threshold === 0) return yield* notUnderstood("--threshold is 0")
  const lowerBound = yield* whole("lower-bound", values["lower-bound"])
  const seconds = yield* whole("seconds", values.seconds)
  return yield* audit(
    yield* tablesGiven(askedPath(path), { threshold, lowerBound }),
    seconds === undefined ? {} : { seconds },
  )
})

const sentences: Readonly<Record<Leak["kind"], string>> = {
  known: "withheld, yet known exactly",
  below: "withheld, yet known to be under the threshold",
}

/** At most so many cells are named of each kind. */
const named = 5

const listed = (cells: readonly string[]): string =>
  cells.slice(0, named).join(", ") + (cells.length > named ? ` and ${cells.length - named} more` : "")

const tell = (leaks: readonly Leak[], shown: readonly string[]): void => {
  for (const [kind, leaking] of Map.groupBy(leaks, (leak) => leak.kind))
    console.error(`Unsafe: ${listed(leaking.map(({ cell }) => cell))}: ${sentences[kind]}.`)
  if (shown.length > 0)
    console.error(
      `Not withheld, though under the threshold: ${listed(shown)}. The verdict is of what is withheld: withhold these too, and ask again.`,
    )
}

export const disclosureAudit = (rest: readonly string[]): Promise<number> =>
  decide(rest).pipe(
    Effect.match({
      onSuccess: ({ verdict, cells, leaks, shown }) => {
        console.log(JSON.stringify({ verdict, cells }, null, 2))
        tell(leaks, shown)
        return 0
      },
      onFailure: ({ message }) => {
        console.error(message)
        return 2
      },
    }),
    Effect.runPromise,
  )
