/** An extract is taken, and then its deletion certified: there is no other state, no way back and no other maker. */
import { randomUUID } from "node:crypto"
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, daysAfter } from "../civil-day.ts"
import { type Collection, noteExtract } from "../collection/collection-state.ts"
import { custodyParameters } from "../custody-parameters.ts"
import { canonicalJson } from "../evidence/canonical-json.ts"
import { Digest, digestOf } from "../evidence/digest.ts"
import { Reason } from "../evidence/reason.ts"
import type { Step } from "../evidence/step.ts"
import { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import type { CollectionWindow } from "../window.ts"
import { type ExtractDraft, extractCategories, type LawfulExtract } from "./extract-draft.ts"

/** As it is asked for; nothing else can be said of one. */
const asked = {
  reason: Reason,
  /** The last day on which the copy may exist. */
  expiresOn: Day,
  /** Of the rows that were copied. */
  digest: Digest,
  fields: Schema.Array(Schema.Literals(extractCategories)).check(Schema.isMinLength(1), Schema.isUnique()),
}
const taken = { ...asked, id: Digest, person: PersonId, takenOn: Day }

const endsLater = Schema.makeFilter(({ takenOn, expiresOn }: { takenOn: Day; expiresOn: Day }) => expiresOn >= takenOn)
const isDeletedLater = Schema.makeFilter(
  ({ takenOn, deletedOn }: { takenOn: Day; deletedOn: Day }) => deletedOn >= takenOn,
)

const facts = {
  taken: Schema.Struct(taken).check(endsLater),
  "deletion-certified": Schema.Struct({ ...taken, deletedOn: Day, attestation: Digest }).check(
    endsLater,
    isDeletedLater,
  ),
} as const

type Name = keyof typeof facts
type Facts<S extends Name> = (typeof facts)[S]["Type"]

/** `Rule` is for the compiler's message: a state out of turn, or made elsewhere, is refused in its name. */
class ProcessorExtract<S extends Name, Rule extends RuleId = "processor-extracts-deleted-at-close"> {
  readonly state: S
  readonly facts: Facts<S>
  readonly #rule: Rule | undefined

  constructor(state: S, known: Facts<S>) {
    this.state = state
    this.facts = known
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { ProcessorExtract }
export type ExtractState = { [S in Name]: ProcessorExtract<S> }[Name]

export const isExtractState = ProcessorExtract.isOne

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "processor-extracts-deleted-at-close", remedy })

export const readAsked = Schema.decodeUnknownResult(Schema.Struct(asked), { onExcessProperty: "error" })

/** The only way to copy rows: who, why, which fields, until when and what, while the collection is open. */
export const takeExtract = Effect.fnUntraced(function* <const A extends ExtractDraft>(
  capability: Capability<"take-extract">,
  collection: Collection<"open">,
  draft: A & LawfulExtract<A>,
): Effect.fn.Return<
  Step<ProcessorExtract<"taken">> & { readonly collection: Collection<"open"> },
  NotGranted | RuleViolation,
  Team | CollectionWindow
> {
  const takenOn = yield* exercise(capability)
  const read = readAsked(draft)
  if (Result.isFailure(read))
    return yield* refused("say why in words, until when, and which fields; leave out postcode and free text")
  const { expiresOn, reason } = read.success
  if (expiresOn < takenOn || expiresOn > daysAfter(takenOn, custodyParameters.extractLife.value))
    return yield* refused(`let the extract end within ${custodyParameters.extractLife.value} days`)
  const { person } = capability
  const id = digestOf(canonicalJson({ ...read.success, person, takenOn, copy: randomUUID() }))
  const state: ProcessorExtract<"taken"> = new ProcessorExtract("taken", { ...read.success, id, person, takenOn })
  const record = { extract: id, reason: digestOf(reason), expiresOn }
  return { state, collection: noteExtract(collection, state), record: { kind: "extract-taken", body: record } }
})

/** The processor's attestation, by its digest, and the day on which it says the copy was deleted. */
const Deletion = Schema.Struct({ deletedOn: Day, attestation: Digest })
const readDeletion = Schema.decodeUnknownResult(Deletion, { onExcessProperty: "error" })

/** Certified on the Commissioner's side, by somebody other than the one who took it. */
export const certifyDeletion = Effect.fnUntraced(function* (
  capability: Capability<"certify-extract-deletion">,
  { facts: known }: ProcessorExtract<"taken">,
  deletion: typeof Deletion.Encoded,
): Effect.fn.Return<Step<ProcessorExtract<"deletion-certified">>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  const read = readDeletion(deletion)
  if (Result.isFailure(read)) return yield* refused("give the day of deletion and the digest of the attestation")
  const { deletedOn, attestation } = read.success
  if (deletedOn < known.takenOn || deletedOn > on)
    return yield* refused("a copy is deleted on or after the day it was taken, and not in days to come")
  if (capability.person === known.person) return yield* refused("let somebody else certify the deletion")
  return {
    state: new ProcessorExtract("deletion-certified", { ...known, deletedOn, attestation }),
    record: { kind: "extract-deletion-certified", body: { extract: known.id, attestation, deletedOn } },
  }
})

const Kept = Schema.Union([
  Schema.Struct({ state: Schema.Literal("taken"), facts: facts.taken }),
  Schema.Struct({ state: Schema.Literal("deletion-certified"), facts: facts["deletion-certified"] }),
])

/** A state as a store kept it is outside input: it is read whole or not at all. */
export const restoreExtract = (kept: unknown): Effect.Effect<ExtractState, Schema.SchemaError> =>
  Effect.map(Schema.decodeUnknownEffect(Kept, { onExcessProperty: "error" })(kept), (read) =>
    read.state === "taken"
      ? new ProcessorExtract(read.state, read.facts)
      : new ProcessorExtract(read.state, read.facts),
  )

/** A copy that should exist no more, and of which nobody has certified that it does not. */
export const isOverdue = (extract: ExtractState, today: Day): boolean =>
  extract.state === "taken" && today > extract.facts.expiresOn
