/** Lists the promises with their evidence, and checks whether a document still makes them all. */
import { readFile } from "node:fs/promises"
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import type { Commitment } from "../../policy/dpia/commitments/commitment.ts"
import { commitments } from "../../policy/dpia/commitments/commitments.ts"
import { keptBy, keptText } from "../../policy/dpia/commitments/kept-by.ts"
import { dpiaVersion } from "../../policy/dpia/document/version.ts"
import { type Verification, verifyQuotes } from "../../policy/dpia/verify.ts"
import { FaultsFound, Unusable } from "./exit-code.ts"
import { typedPath } from "./typed-path.ts"
import { withSettings } from "./with-settings.ts"

const verificationLines = ({ version, sameVersion, missing }: Verification): readonly string[] => {
  const found = `${commitments.length - missing.length} of ${commitments.length} quotes found`
  if (sameVersion) return [`${found}; this is version ${short(version)}.`, ...missing.map(missingLine)]
  const other = `this is another version (${short(version)}, not ${short(dpiaVersion)}) and must be reviewed`
  return missing.length === 0
    ? [`${found}, but ${other} before the register speaks for it.`]
    : [`${found}; ${other}:`, ...missing.map(missingLine)]
}

const missingLine = ({ id, section, rule, quote }: Commitment): string =>
  `${id} (section ${section}, ${rule}): '${quote}' is no longer there`

const short = (version: string): string => `${version.slice(0, 12)}…`

const readText = (file: string): Effect.Effect<string, Unusable> =>
  Effect.tryPromise({
    try: async () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(file)),
    catch: (error) =>
      new Unusable({ message: `${file} cannot be checked: ${problems[codeOf(error)] ?? "it could not be read"}.` }),
  })

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : ""

const problems: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder, not a file",
  EACCES: "this account may not read it",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not plain text in UTF-8; save the document as plain text first",
}

const verify = Command.make(
  "verify",
  { file: Argument.String("FILE").pipe(Argument.withDescription("The DPIA as plain text in UTF-8")) },
  Effect.fn("ask.dpia.verify")(function* ({ file }) {
    const verification = verifyQuotes(yield* readText(yield* typedPath(file)))
    for (const line of verificationLines(verification)) yield* Console.log(line)
    if (verification.missing.length > 0) return yield* new FaultsFound()
  }),
).pipe(withSettings, Command.withDescription("Find every promise in the DPIA, or name the missing ones"))

const promises = Command.make(
  "promises",
  {},
  Effect.fn("ask.dpia.promises")(function* () {
    for (const commitment of commitments)
      yield* Console.log(`${commitment.id} “${commitment.quote}”: ${keptText(keptBy(commitment, commitments))}`)
  }),
).pipe(withSettings, Command.withDescription("List every promise with its evidence, or the part that is not built"))

export const dpia = Command.make("dpia").pipe(
  Command.withDescription("Compare the DPIA with its register of promises"),
  Command.withSubcommands([verify, promises]),
)
