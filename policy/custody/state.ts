/** Runs a state machine: a state is entered from the state before it, or read back whole from a store, and in no other way. */
import { Effect, Schema } from "effect"
import type { RuleId } from "../rule-id.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"

export interface State<Mark extends symbol, Rule extends RuleId, Name extends string, Facts>
  extends Unforgeable<Mark, Rule> {
  readonly state: Name
  readonly facts: Facts
}

/** A bug and not a refusal: some code has cast an object to a state. */
export class ForgedState extends Error {
  override readonly name = "ForgedState"

  constructor(rule: RuleId) {
    super(`A state that no transition made was used, against ${rule}. Nothing was changed: report this bug.`)
  }
}

/** `schemas` has one schema for the facts of each state. */
export const stateMachine = <
  Mark extends symbol,
  Rule extends RuleId,
  Schemas extends Readonly<Record<string, Schema.Codec<object, unknown>>>,
>(
  mark: Mark,
  rule: Rule,
  schemas: Schemas,
) => {
  type Name = keyof Schemas & string
  type Facts<S extends Name> = Schemas[S]["Type"]
  type AnyState = { [S in Name]: State<Mark, Rule, S, Facts<S>> }[Name]
  const { make, isOne } = makerOf<State<symbol, RuleId, string, object>>(mark, rule)
  const members = Object.entries(schemas).map(([state, facts]) =>
    Schema.Struct({ state: Schema.Literal(state), facts }),
  )
  const read = Schema.decodeUnknownEffect(Schema.Union(members), { onExcessProperty: "error" })
  return {
    enter: <S extends Name>(state: S, facts: Facts<S>) => make<State<Mark, Rule, S, Facts<S>>>({ state, facts }),
    /** Every transition reads the state before it through this, so that an imitation goes no further. */
    factsOf: <S extends Name>(state: State<Mark, Rule, S, Facts<S>>): Facts<S> => {
      if (!isOne(state)) throw new ForgedState(rule)
      return state.facts
    },
    /** What a store kept is outside input: it is read whole or not at all. */
    restore: (stored: unknown): Effect.Effect<AnyState, Schema.SchemaError> =>
      Effect.map(read(stored), (each) => make(each) as AnyState),
    isOne,
  }
}
