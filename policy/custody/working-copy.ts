/** Allows a copy of answers for analysis: with a purpose, an owner and an end, and certified deleted by another person. */
import { randomUUID } from "node:crypto"
import { Effect, Result, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { PersonId, type Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, daysAfter } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import { Digest, digestOf } from "../record/digest.ts"
import { Reason } from "../record/reason.ts"
import type { Step } from "../record/step.ts"
import { RuleViolation } from "../rule-violation.ts"
import type { CollectionWindow } from "../window.ts"

export const copyFormats = ["parquet", "csv", "sav", "dta"] as const
export type CopyFormat = (typeof copyFormats)[number]

/** Variables by which a child may be found: only for a purpose that says why. */
export const placeVariables = ["school", "local_council"] as const

/** What the card next to a copy states; the ledger holds its digest. */
export const WorkingCopy = Schema.Struct({
  id: Digest,
  person: PersonId,
  purpose: Reason,
  /** Why it holds variables of place. */
  places: Schema.optionalKey(Reason),
  variables: Schema.Array(Schema.String).check(Schema.isMinLength(1), Schema.isUnique()),
  format: Schema.Literals(copyFormats),
  responses: Schema.Int,
  madeOn: Day,
  /** The last day on which the copy may exist. */
  expiresOn: Day,
  /** SHA-256 of the file of answers. */
  digest: Digest,
})
export type WorkingCopy = typeof WorkingCopy.Type

const readCopy = Schema.decodeUnknownResult(WorkingCopy, { onExcessProperty: "error" })

const refused = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "retention-reviewed-after-two-years", remedy })

export interface CopyDraft {
  readonly purpose: string
  readonly places?: string
  readonly variables: readonly string[]
  readonly format: CopyFormat
  readonly responses: number
  readonly expiresOn: Day
  readonly digest: string
}

/** Asked before an answer is read, and again when the copy is recorded. `reviewOn` is the first review of any day in it. */
export const endIsLawful = (madeOn: Day, expiresOn: Day, reviewOn: Day): RuleViolation | undefined => {
  if (expiresOn < madeOn || expiresOn > daysAfter(madeOn, parameters.workingCopyLife.value))
    return refused(`let the copy end within ${parameters.workingCopyLife.value} days`)
  return expiresOn < reviewOn ? undefined : refused(`let the copy end before the review of its answers on ${reviewOn}`)
}

/** The only way to a working copy: it comes with its record in the ledger. */
export const makeWorkingCopy = Effect.fn("Custody.makeWorkingCopy")(function* (
  capability: Capability<"read-responses">,
  draft: CopyDraft,
  reviewOn: Day,
): Effect.fn.Return<Step<WorkingCopy>, NotGranted | RuleViolation, Team | CollectionWindow> {
  const madeOn = yield* exercise(capability)
  const late = endIsLawful(madeOn, draft.expiresOn, reviewOn)
  if (late !== undefined) return yield* late
  const finer = draft.variables.find((name) => placeVariables.some((place) => place === name))
  if (finer !== undefined && draft.places === undefined)
    return yield* refused(`leave ${finer} out of the copy, or say why the purpose needs it`)
  const { person } = capability
  const id = digestOf(canonicalJson({ ...draft, person, madeOn, copy: randomUUID() }))
  const read = readCopy({ ...draft, id, person, madeOn })
  if (Result.isFailure(read)) return yield* refused("say in words what the copy is for, and which variables it holds")
  const card = digestOf(canonicalJson(read.success))
  return {
    state: read.success,
    record: {
      kind: "working-copy-made",
      body: {
        copy: id,
        card,
        owner: digestOf(person),
        expiresOn: read.success.expiresOn,
        on: madeOn,
      },
    },
  }
})

export interface CopyDeletion {
  readonly deletedOn: Day
  readonly attestation: Digest
}

/** A supervisor certifies, and never the owner. */
export const certifyCopyDeletion = Effect.fn("Custody.certifyCopyDeletion")(function* (
  capability: Capability<"certify-extract-deletion">,
  copy: RecordedCopy,
  { deletedOn, attestation }: CopyDeletion,
): Effect.fn.Return<DecisionRecord, NotGranted | RuleViolation, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  if (deletedOn < copy.madeOn || deletedOn > on)
    return yield* refused("give a day of deletion from the day the copy was made until today")
  const member = digestOf(capability.person)
  if (member === copy.owner) return yield* refused("let another person than the owner certify the deletion")
  return {
    kind: "working-copy-deleted",
    body: { copy: copy.id, attestation, deletedOn, by: capability.role, member },
  }
})

/** A copy as the ledger has it. */
export interface RecordedCopy {
  readonly id: Digest
  readonly card: Digest
  readonly owner: Digest
  readonly madeOn: Day
  readonly expiresOn: Day
  readonly deletedOn?: Day
}

type Body<K extends DecisionRecord["kind"]> = Extract<DecisionRecord, { readonly kind: K }>["body"]

export const recordedCopies = (
  made: readonly Body<"working-copy-made">[],
  deleted: readonly Body<"working-copy-deleted">[],
): readonly RecordedCopy[] => {
  const ends = new Map(deleted.map(({ copy, deletedOn }) => [copy, deletedOn]))
  return made.map(({ copy, card, owner, expiresOn, on }) => {
    const deletedOn = ends.get(copy)
    return { id: copy, card, owner, madeOn: on, expiresOn, ...(deletedOn !== undefined && { deletedOn }) }
  })
}

export const isOut = ({ deletedOn }: RecordedCopy): boolean => deletedOn === undefined

export const overdueCopies = (copies: readonly RecordedCopy[], today: Day): readonly RecordedCopy[] =>
  copies.filter((copy) => isOut(copy) && today > copy.expiresOn)

export const overdueSentence = ({ id, expiresOn }: RecordedCopy): string =>
  `Working copy ${id.slice(0, 8)} should have been deleted by ${expiresOn}.`
