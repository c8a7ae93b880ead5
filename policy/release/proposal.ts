/** A table that a member of the evidence team proposes to publish, with what proves it: named by a digest of all of it. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest, digestOf } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import type { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { CollectionWindow } from "../window.ts"
import type { GeographyException } from "./geography-exception.ts"
import { geographyGate, hasAllowedPlaces, placeFields } from "./geography-gate.ts"
import { StoredCell, thresholdGate } from "./threshold-gate.ts"

const Text = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2_000))
const Place = Schema.Array(Schema.Int)

const drafted = {
  title: Text,
  /** What was asked, in one way of writing it, filters included. */
  cut: Text,
  ...placeFields,
  dimensions: Schema.Array(
    Schema.Struct({ name: Text, categories: Schema.Array(Text), sensitive: Schema.optionalKey(Schema.Boolean) }),
  ),
  /** In the order of the dimensions. */
  hierarchies: Schema.Array(
    Schema.Struct({ leaves: Schema.Array(Text), parents: Schema.Record(Schema.String, Schema.String) }),
  ),
  cells: Schema.Array(StoredCell),
  witnesses: Schema.Array(
    Schema.Struct({
      cell: Schema.String,
      becomes: Schema.Int,
      edits: Schema.Array(Schema.Struct({ from: Place, to: Place, count: Schema.Int })),
    }),
  ),
}
const Facts = Schema.Struct({ ...drafted, author: PersonId, proposedOn: Day }).check(
  Schema.makeFilter(hasAllowedPlaces),
)

export type ProposalDraft = Schema.Struct<typeof drafted>["Type"]
type ProposalFacts = typeof Facts.Type

const mark: unique symbol = Symbol("proposal")

/** `id` is the digest of the facts: without the keys of the cells nothing can be guessed from it. */
export interface Proposal<Rule extends RuleId = "aggregates-only-beyond-the-team">
  extends Unforgeable<typeof mark, Rule> {
  readonly id: Digest
  readonly facts: ProposalFacts
}

const { make, isOne } = makerOf<Proposal>(mark, "aggregates-only-beyond-the-team")

export const isProposal = isOne

const proposalOf = (facts: ProposalFacts): Proposal => make<Proposal>({ id: digestOf(canonicalJson(facts)), facts })

/** Records a table to be checked. The release asks the gates again. A finer geography needs its decision. */
export const proposeTable = Effect.fnUntraced(function* (
  may: Capability<"read-responses">,
  draft: ProposalDraft,
  exception?: GeographyException,
): Effect.fn.Return<Step<Proposal>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const proposedOn = yield* exercise(may)
  yield* geographyGate(draft, exception)
  yield* thresholdGate(draft)
  const state = proposalOf({ ...draft, author: may.person, proposedOn })
  return { state, record: { kind: "table-proposed", body: { proposal: state.id, on: proposedOn } } }
})

const Kept = Schema.Struct({ id: Digest, facts: Facts })

/** A proposal as a store kept it is outside input: it is read whole and unchanged, or not at all. */
export const restoreProposal = (kept: unknown): Effect.Effect<Proposal, Schema.SchemaError> =>
  Schema.decodeUnknownEffect(
    Kept.check(
      Schema.makeFilter(({ id, facts }) => id === digestOf(canonicalJson(facts)) || "a proposal is as it was proposed"),
    ),
    { onExcessProperty: "error" },
  )(kept).pipe(Effect.map(({ facts }) => proposalOf(facts)))
