/** Lets a person on the list read, acknowledge, answer or remove a complaint: each is in the ledger before it is done. */
import { Effect, Schema } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { complaintKeyId } from "../../db/complaints/complaint-key.ts"
import { type LetterKind, openLetter, sealLetter } from "../../db/complaints/letter.ts"
import { complaintId } from "../../db/complaints/received.ts"
import { openComplaint } from "../../db/complaints/seal-complaint.ts"
import type { StoredComplaint } from "../../db/complaints/stored.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { type Capability, exercise } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { collectionSource, type StorageSettings } from "../deployment/storage.ts"

export class ComplaintUnknown extends Schema.TaggedError<ComplaintUnknown>()("ComplaintUnknown", {
  id: Schema.String,
}) {
  override get message() {
    return `There is no complaint ${this.id} here. Nothing was done. See: ask complaints list`
  }
}

export class ComplaintSealed extends Schema.TaggedError<ComplaintSealed>()("ComplaintSealed", { id: Schema.String }) {
  override get message() {
    return `Complaint ${this.id} does not open: its private key is missing or is another. Nothing was shown or written. Bring back the key named complaints.`
  }
}

const collectionOf = (storage: StorageSettings, readOnly = false) =>
  openCollection({ ...collectionSource(storage), ...(readOnly && { readOnly }) }, storage.mode)

export const allComplaints = (storage: StorageSettings) =>
  Effect.flatMap(collectionOf(storage, true), ({ complaints }) => complaints.all).pipe(Effect.scoped)

type Act = "complaint-read" | "complaint-acknowledged" | "complaint-replied" | "complaint-removed"

const actOf = { acknowledgement: "complaint-acknowledged", reply: "complaint-replied" } as const satisfies Record<
  LetterKind,
  Act
>

/** Asked for first: who may not, learns nothing of a complaint. */
const deskOf = (by: PersonId) => recordedGrant("answer-complaints", by)
type Desk = Capability<"answer-complaints">

/** Records who does what; the digest of the whole hash names the complaint. */
const recordAct = Effect.fn("Complaints.record")(function* (kind: Act, { hash }: StoredComplaint, may: Desk) {
  const on = yield* exercise(may)
  const { record } = yield* Evidence
  const body = { complaint: digestOf(hash.toHex()), by: may.role, member: digestOf(may.person), on }
  yield* record(yield* decided({ kind, body }))
  return on
})

const found = (all: readonly StoredComplaint[], id: string) => {
  const complaint = all.find(({ hash }) => complaintId(hash) === id)
  return complaint === undefined ? Effect.fail(new ComplaintUnknown({ id })) : Effect.succeed(complaint)
}

const privateKeyFor = Effect.fn("Complaints.privateKey")(function* (storage: StorageSettings, id: string) {
  const key = yield* privateKeysOf(storage).read(complaintKeyId)
  return key ?? (yield* new ComplaintSealed({ id }))
})

/** The complaint in clear, with what was written back so far. */
export const readOne = Effect.fn("Complaints.read")(function* (storage: StorageSettings, id: string, by: PersonId) {
  const may = yield* deskOf(by)
  const { complaints } = yield* collectionOf(storage)
  const complaint = yield* found(yield* complaints.all, id)
  const privateKey = yield* privateKeyFor(storage, id)
  yield* recordAct("complaint-read", complaint, may)
  const sealed = yield* complaints.sealed(complaint.hash)
  const opened = sealed && openComplaint(sealed, complaint.hash, privateKey)
  privateKey.fill(0)
  if (opened === undefined) return yield* new ComplaintSealed({ id })
  const { acknowledgement, reply } = yield* complaints.lettersTo(complaint.hash)
  return {
    receivedOn: complaint.day,
    words: opened.words,
    contact: opened.contact,
    acknowledgement: openLetter("acknowledgement", acknowledgement, opened.replyKey),
    reply: openLetter("reply", reply, opened.replyKey),
  }
}, Effect.scoped)

/** A later letter of the same kind replaces the earlier one. */
export const writeTo = Effect.fn("Complaints.write")(function* (
  storage: StorageSettings,
  id: string,
  by: PersonId,
  kind: LetterKind,
  words: string,
) {
  const may = yield* deskOf(by)
  const { complaints } = yield* collectionOf(storage)
  const complaint = yield* found(yield* complaints.all, id)
  const privateKey = yield* privateKeyFor(storage, id)
  const sealed = yield* complaints.sealed(complaint.hash)
  const opened = sealed && openComplaint(sealed, complaint.hash, privateKey)
  privateKey.fill(0)
  if (opened === undefined) return yield* new ComplaintSealed({ id })
  const on = yield* recordAct(actOf[kind], complaint, may)
  yield* complaints.write(complaint.hash, kind, sealLetter(kind, { on, words }, opened.replyKey))
  opened.replyKey.fill(0)
}, Effect.scoped)

export const removeOne = Effect.fn("Complaints.remove")(function* (storage: StorageSettings, id: string, by: PersonId) {
  const may = yield* deskOf(by)
  const { complaints } = yield* collectionOf(storage)
  const complaint = yield* found(yield* complaints.all, id)
  yield* recordAct("complaint-removed", complaint, may)
  yield* complaints.remove(complaint.hash)
}, Effect.scoped)
