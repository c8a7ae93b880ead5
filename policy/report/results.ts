/** What the runs write down about themselves, read strictly: a result that is not understood is no result. */
import { Option, Schema } from "effect"
import type { Read } from "./build.ts"

const OfBuild = {
  files: Schema.Record(Schema.String, Schema.String),
  unchanged: Schema.Boolean,
  at: Schema.String,
}

const Tested = Schema.Struct({
  file: Schema.String,
  name: Schema.String,
  status: Schema.Literals(["passed", "failed", "skipped"]),
})
export type Tested = typeof Tested.Type

const Step = Schema.Struct({ name: Schema.String, passed: Schema.Boolean })

/** `.results/test.json` and `.results/policy.json`: every test that bears a rule's tag, and the steps of the run. */
export const TestResults = Schema.Struct({
  ...OfBuild,
  checks: Schema.Array(Step),
  rules: Schema.Record(Schema.String, Schema.Array(Tested)),
})
export type TestResults = typeof TestResults.Type

const Sabotaged = Schema.Struct({
  rule: Schema.String,
  sabotage: Schema.String,
  way: Schema.optionalKey(Schema.String),
  outcome: Schema.Literals(["caught", "not caught", "not built yet", "not here"]),
})
export type Sabotaged = typeof Sabotaged.Type

/** `.results/sabotage.json`. */
export const SabotageResults = Schema.Struct({ ...OfBuild, sabotages: Schema.Array(Sabotaged) })
export type SabotageResults = typeof SabotageResults.Type

const Survivor = Schema.Struct({
  file: Schema.String,
  line: Schema.Int,
  mutator: Schema.String,
  reason: Schema.optionalKey(Schema.NullOr(Schema.String)),
})

/** `.results/mutation.json`. */
export const MutationResults = Schema.Struct({
  ...OfBuild,
  score: Schema.Number,
  killed: Schema.Int,
  total: Schema.Int,
  survivors: Schema.Array(Survivor),
})
export type MutationResults = typeof MutationResults.Type

export interface Results {
  readonly tests?: Read<TestResults> | undefined
  readonly sabotage?: Read<SabotageResults> | undefined
  readonly mutation?: Read<MutationResults> | undefined
}

/** `undefined` for text that is not such a result. */
export const readResult =
  <S extends Schema.Codec<unknown, unknown>>(schema: S) =>
  (text: string): S["Type"] | undefined =>
    Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(schema))(text))
