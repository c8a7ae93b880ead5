/** States in the form of in-toto what a signed report is: its files with their digests, and the result of each rule. */
import { Option, Schema } from "effect"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest } from "../record/digest.ts"
import type { Report } from "./report.ts"

const Files = Schema.Array(Schema.Struct({ name: Schema.String, digest: Schema.Struct({ sha256: Digest }) }))

/** https://in-toto.io/Statement/v1 with https://in-toto.io/attestation/test-result/v0.1. */
const Statement = Schema.Struct({
  _type: Schema.Literal("https://in-toto.io/Statement/v1"),
  subject: Files,
  predicateType: Schema.Literal("https://in-toto.io/attestation/test-result/v0.1"),
  predicate: Schema.Struct({
    result: Schema.Literals(["PASSED", "WARNED", "FAILED"]),
    configuration: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        digest: Schema.Struct({ sha256: Digest }),
        annotations: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
      }),
    ),
    passedTests: Schema.Array(Schema.String),
    warnedTests: Schema.Array(Schema.String),
    failedTests: Schema.Array(Schema.String),
  }),
})
export type Statement = typeof Statement.Type

export const readStatement = (text: string): Statement | undefined =>
  Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(Statement))(text))

/** The length and head of the ledger as the report was recorded in it, with the day of the signature. */
export interface Sealing {
  readonly length: number
  readonly head: string
  readonly on: string
}

const idsOf = (rules: Report["rules"], isOne: (rule: Report["rules"][number]) => boolean): readonly string[] =>
  rules
    .filter(isOne)
    .map(({ id }) => id)
    .toSorted()

/** A rule that is upheld and waits for a decision is warned, as one that was not checked. */
export const statementOf = (
  report: Pick<Report, "rules">,
  files: ReadonlyArray<{ readonly name: string; readonly sha256: string }>,
  { length, head, on }: Sealing,
): string => {
  const failed = idsOf(report.rules, ({ kept }) => kept === "broken")
  const passed = idsOf(report.rules, ({ kept, needs }) => kept === "upheld" && needs === null)
  const warned = idsOf(report.rules, ({ id }) => !failed.includes(id) && !passed.includes(id))
  const warning = warned.length > 0 ? ("WARNED" as const) : ("PASSED" as const)
  return canonicalJson({
    _type: "https://in-toto.io/Statement/v1",
    subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: {
      result: failed.length > 0 ? "FAILED" : warning,
      configuration: [
        { name: "ledger", digest: { sha256: head }, annotations: { length: String(length), signedOn: on } },
      ],
      passedTests: passed,
      warnedTests: warned,
      failedTests: failed,
    },
  })
}

/** `undefined` where the statement names no ledger. */
export const sealingIn = ({ predicate }: Statement): Sealing | undefined => {
  const ledger = predicate.configuration.find(({ name }) => name === "ledger")
  const { length = "", signedOn: on = "" } = ledger?.annotations ?? {}
  return ledger === undefined || !/^\d{1,12}$/.test(length)
    ? undefined
    : { length: Number(length), head: ledger.digest.sha256, on }
}
