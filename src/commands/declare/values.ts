/** Defines the values that declarations take, and refuses a wrong one with the sentence that it needs. */
import { Option, Schema } from "effect"
import { Argument, Flag } from "effect/cli"
import { attestable } from "../../../policy/dpia/attestation.ts"
import { Text } from "../../../policy/dpia/entry.ts"
import { findingIds } from "../../../policy/dpia/findings/finding-id.ts"
import { riskIds } from "../../../policy/dpia/risk.ts"
import { personFlag, textFlag } from "../values.ts"

const text = Schema.decodeUnknownOption(Text)
const someWords = () => "some words, at most 4000 characters"

export const by = personFlag("by", "The person who declares it, on the list of the team")

export const wordsFlag = (name: string, description: string) =>
  textFlag(name, "TEXT", description).pipe(Flag.filterMap(text, someWords))

const oneOf = <A extends string>(all: readonly A[]) => {
  const find = (given: string): A | undefined => all.find((each) => each === given)
  return (given: string): Option.Option<A> => Option.fromNullishOr(find(given))
}

export const finding = Argument.String("FINDING").pipe(
  Argument.withDescription("A finding, as the report lists it"),
  Argument.filterMap(oneOf(findingIds), () => `a finding of the report, F01 to ${findingIds.at(-1)}`),
)

export const risk = Argument.Literals("RISK", riskIds).pipe(Argument.withDescription("A risk of DPIA section 5"))

const attestableIds = attestable.map(({ id }) => id)

export const commitment = Argument.String("COMMITMENT").pipe(
  Argument.withDescription("A commitment that only people can keep, as the report lists it"),
  Argument.filterMap(oneOf(attestableIds), () => "a commitment that only people can keep, as the report lists it"),
)

export const version = textFlag("dpia", "VERSION", "The version that was read: ask dpia verify prints it").pipe(
  Flag.filter(
    (given) => /^[0-9a-f]{12,64}$/.test(given),
    () => "the first 12 or more digits of the version that `ask dpia verify` prints",
  ),
)
