/** Records each extract of the processor: taken, and then certified deleted, with no other state and no way back. */
import { randomUUID } from "node:crypto"
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, daysAfter } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { Digest, digestOf } from "../record/digest.ts"
import { Reason } from "../record/reason.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { CollectionWindow } from "../window.ts"
import { type Collection, noteExtract } from "./collection.ts"
import { type ExtractDraft, extractCategories, type LawfulExtract } from "./extract-draft.ts"
import { type State, stateMachine } from "./state.ts"

/** All that a request for an extract may state. */
const request = {
  reason: Reason,
  /** The last day on which the copy may exist. */
  expiresOn: Day,
  /** The digest of the rows that were copied. */
  digest: Digest,
  fields: Schema.Array(Schema.Literals(extractCategories)).check(Schema.isMinLength(1), Schema.isUnique()),
}
const taken = { ...request, id: Digest, person: PersonId, takenOn: Day }

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

const mark: unique symbol = Symbol("extract")

export interface ProcessorExtract<S extends Name, Rule extends RuleId = "processor-extracts-deleted-at-close">
  extends State<typeof mark, Rule, S, Facts<S>> {}
export type ExtractState = { [S in Name]: ProcessorExtract<S> }[Name]

const { enter, factsOf, restore, isOne } = stateMachine(mark, "processor-extracts-deleted-at-close", facts)

export const restoreExtract: (stored: unknown) => Effect.Effect<ExtractState, Schema.SchemaError> = restore

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "processor-extracts-deleted-at-close", remedy })

export const readExtractRequest = Schema.decodeUnknownResult(Schema.Struct(request), { onExcessProperty: "error" })

/** The only way to copy rows, while the collection is open: it records who, why, which fields, until when and a digest. */
export const takeExtract = Effect.fn("Custody.takeExtract")(function* <const A extends ExtractDraft>(
  capability: Capability<"take-extract">,
  collection: Collection<"open">,
  draft: A & LawfulExtract<A>,
): Effect.fn.Return<
  Step<ProcessorExtract<"taken">> & { readonly collection: Collection<"open"> },
  NotGranted | RuleViolation,
  Team | CollectionWindow
> {
  const takenOn = yield* exercise(capability)
  const read = readExtractRequest(draft)
  if (Result.isFailure(read))
    return yield* refused("say why in words, until when, and which fields; leave out postcode and free text")
  const { expiresOn, reason } = read.success
  if (expiresOn < takenOn || expiresOn > daysAfter(takenOn, parameters.extractLife.value))
    return yield* refused(`let the extract end within ${parameters.extractLife.value} days`)
  const { person } = capability
  const id = digestOf(canonicalJson({ ...read.success, person, takenOn, copy: randomUUID() }))
  return {
    state: enter("taken", { ...read.success, id, person, takenOn }),
    collection: noteExtract(collection, id),
    record: { kind: "extract-taken", body: { extract: id, reason: digestOf(reason), expiresOn } },
  }
})

/** The digest of the processor's attestation, and the day on which it says that the copy was deleted. */
const Deletion = Schema.Struct({ deletedOn: Day, attestation: Digest })
const readDeletion = Schema.decodeUnknownResult(Deletion, { onExcessProperty: "error" })

/** The Commissioner's side certifies, and never the person who took the extract. */
export const certifyDeletion = Effect.fn("Custody.certifyDeletion")(function* (
  capability: Capability<"certify-extract-deletion">,
  extract: ProcessorExtract<"taken">,
  deletion: typeof Deletion.Encoded,
): Effect.fn.Return<Step<ProcessorExtract<"deletion-certified">>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  const known = factsOf(extract)
  const read = readDeletion(deletion)
  if (Result.isFailure(read)) return yield* refused("give the day of deletion and the digest of the attestation")
  const { deletedOn, attestation } = read.success
  if (deletedOn < known.takenOn || deletedOn > on)
    return yield* refused("give a day of deletion from the day the copy was taken until today")
  if (capability.person === known.person) return yield* refused("let another person certify the deletion")
  return {
    state: enter("deletion-certified", { ...known, deletedOn, attestation }),
    record: { kind: "extract-deletion-certified", body: { extract: known.id, attestation, deletedOn } },
  }
})

/** An imitation counts as not certified. */
export const isCertified = (extract: ExtractState): boolean => extract.state === "deletion-certified" && isOne(extract)

/** A copy that should no longer exist, and whose deletion is not certified. */
export const isOverdue = (extract: ExtractState, today: Day): boolean =>
  extract.state === "taken" && today > extract.facts.expiresOn
