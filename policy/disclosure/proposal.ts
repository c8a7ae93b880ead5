/** A table that a member of the evidence team proposes to publish, with what proves it: named by a digest of all of it. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day } from "../civil-day.ts"
import { canonicalJson } from "../evidence/canonical-json.ts"
import { Digest, digestOf } from "../evidence/digest.ts"
import type { Step } from "../evidence/step.ts"
import type { RuleViolation } from "../rule.ts"
import { geographyGate, isPlaced, placed } from "../rules/aggregates-only-beyond-the-team.ts"
import { KeptCell, shownGate } from "../rules/small-cells-suppressed.ts"
import type { CollectionWindow } from "../window.ts"
import type { Widening } from "./widening.ts"

const Text = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(2_000))
const Place = Schema.Array(Schema.Int)

const drafted = {
  title: Text,
  /** What was asked, in one way of writing it, filters included. */
  cut: Text,
  ...placed,
  dimensions: Schema.Array(
    Schema.Struct({ name: Text, categories: Schema.Array(Text), sensitive: Schema.optionalKey(Schema.Boolean) }),
  ),
  /** In the order of the dimensions. */
  hierarchies: Schema.Array(
    Schema.Struct({ leaves: Schema.Array(Text), parents: Schema.Record(Schema.String, Schema.String) }),
  ),
  cells: Schema.Array(KeptCell),
  witnesses: Schema.Array(
    Schema.Struct({
      cell: Schema.String,
      becomes: Schema.Int,
      edits: Schema.Array(Schema.Struct({ from: Place, to: Place, count: Schema.Int })),
    }),
  ),
}
const Facts = Schema.Struct({ ...drafted, author: PersonId, proposedOn: Day }).check(Schema.makeFilter(isPlaced))

export type ProposalDraft = Schema.Struct<typeof drafted>["Type"]
type ProposalFacts = typeof Facts.Type

/** `id` is the digest of the facts; whoever does not know the keys of its cells can guess nothing from it. */
class Proposal {
  readonly id: Digest
  readonly facts: ProposalFacts
  readonly #made = true

  constructor(facts: ProposalFacts) {
    this.id = digestOf(canonicalJson(facts))
    this.facts = facts
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #made in value
}

export type { Proposal }
export const isProposal = Proposal.isOne

/** Takes down what is to be checked. Whether it may be released is asked anew when it is. A finer geography needs its decision. */
export const proposeTable = Effect.fnUntraced(function* (
  may: Capability<"read-responses">,
  draft: ProposalDraft,
  widened?: Widening,
): Effect.fn.Return<Step<Proposal>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const proposedOn = yield* exercise(may)
  yield* geographyGate(draft, widened)
  yield* shownGate(draft)
  const state = new Proposal({ ...draft, author: may.person, proposedOn })
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
  )(kept).pipe(Effect.map(({ facts }) => new Proposal(facts)))
