/** Reads the results of test runs, with whether a known key signed each, and counts the fixtures of each rule. */
import { createPublicKey, verify } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Option, Schema } from "effect"
import { type Build, type Read, whyNot } from "../../policy/report/build.ts"
import { doubtOfKey, type KnownKeys } from "../../policy/report/known-keys.ts"
import { MutationResults, type Results, readResult, SabotageResults, TestResults } from "../../policy/report/results.ts"
import { type RuleId, ruleIds } from "../../policy/rule-id.ts"
import { projectRoot } from "../deployment/storage.ts"

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "")

/** Sabotage and mutation take long: without a run here, their last kept runs count, for the files that each names. */
export const keptRuns = join(projectRoot, "tests")

/** The tests of a rule come from the first of these runs on this very code, or else from the first that exists. */
const runs = ["test-full.json", "test.json", "policy.json"] as const

const Signed = Schema.StructWithRest(
  Schema.Struct({ signed: Schema.Struct({ key: Schema.String, signature: Schema.String }) }),
  [Schema.Record(Schema.String, Schema.Unknown)],
)
const readSigned = Schema.decodeUnknownOption(Schema.fromJsonString(Signed))

const isSignature = (text: string, key: string, signature: string): boolean => {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" })
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"))
  } catch {
    return false
  }
}

/** Why nobody knows that a run wrote this text; `null` when it was signed with a known key. */
const doubtOf = (what: string, text: string, known: KnownKeys): string | null => {
  const read = readSigned(text)
  if (Option.isNone(read)) return `${what} no signature, so anybody may have written them`
  const { signed, ...result } = read.value
  if (!isSignature(JSON.stringify(result), signed.key, signed.signature))
    return `${what} a signature that does not fit them: they were changed after the run`
  const doubt = doubtOfKey(known, signed.key)
  return doubt && `${what} ${doubt}`
}

/** `undefined` for text that is not such a result. */
const readWith = <S extends Schema.Codec<object, unknown>>(
  schema: S,
  what: string,
  text: string,
  known: KnownKeys,
): Read<S["Type"]> | undefined => {
  const found = readResult(schema)(text)
  return found === undefined ? undefined : { ...found, doubt: doubtOf(what, text, known) }
}

/** The results of one file of tests. */
export const testResultsIn = (file: string, known: KnownKeys): Read<TestResults> | undefined =>
  readWith(TestResults, "the results of the tests have", textOf(file), known)

const committed = (kind: string): string => `tests/${kind}/last-run.json`

export const resultsIn = (folder: string, now: Build, known: KnownKeys, kept?: string): Results => {
  const found = runs.flatMap((file) => testResultsIn(join(folder, file), known) ?? [])
  const current = found.find((each) => whyNot("", now.files, each) === undefined)

  const slow = <S extends Schema.Codec<object, unknown>>(schema: S, kind: string, what: string) => {
    const own = readWith(schema, what, textOf(join(folder, `${kind}.json`)), known)
    if (own !== undefined || kept === undefined) return own
    const last = readWith(schema, what, textOf(join(kept, kind, "last-run.json")), known)
    // Committed with the code: a signed run of this build counts them among its files, so they have not changed since.
    const isCovered = current?.files[committed(kind)] !== undefined
    return last && { ...last, doubt: isCovered ? null : last.doubt }
  }

  return {
    tests: current ?? found[0],
    sabotage: slow(SabotageResults, "sabotage", "the results of the sabotages have"),
    mutation: slow(MutationResults, "mutation", "the results of the mutants have"),
  }
}

/** Counts the definitions that must not compile, by the rule in the name of each. */
export const fixturesIn = (root: string): Partial<Record<RuleId, number>> => {
  const folder = join(root, "tests", "refused")
  const names = existsSync(folder) ? readdirSync(folder).map((file) => file.split(".").slice(0, -2)) : []
  return Object.fromEntries(
    ruleIds
      .map((id) => [id, names.filter((parts) => parts.includes(id)).length] as const)
      .filter(([, held]) => held > 0),
  )
}
