/** Defines every message between the processes as a schema; a message that matches none of its union is dropped. */
import { Schema } from "effect"
import type { Outcome } from "../../db/collection/append.ts"
import { letterLength } from "../../db/complaints/letter.ts"
import { type SealedComplaint, sealedLength } from "../../db/complaints/seal-complaint.ts"
import { failures } from "../../db/failure.ts"
import { formIds } from "../../policy/data/form-id.ts"
import type { Sealed } from "../../policy/response/stage.ts"
import { LogFields } from "./log.ts"

/** Secrets and public keys by civil day (Europe/London). */
const KeysByDay = Schema.Record(Schema.String, Schema.Uint8Array)
export type KeysByDay = typeof KeysByDay.Type

/** Items of one group, and bytes of one ciphertext: far more than `web` sends, so that a hostile one fills no memory. */
export const mostItems = 256
export const longestCiphertext = 96 * 1024

const bytesUpTo = (most: number) =>
  Schema.Uint8Array.check(Schema.makeFilter((bytes) => bytes.byteLength <= most || `send at most ${most} bytes`))
const textUpTo = (most: number) => Schema.String.check(Schema.isMaxLength(most))

const outcomes = ["stored", "already-stored", "refused", "unavailable"] as const satisfies readonly Outcome[]
const Group = Schema.Int

const Append = Schema.Struct({
  kind: Schema.Literal("append"),
  group: Group,
  items: Schema.Array(
    Schema.Struct({
      token: textUpTo(64),
      sealed: Schema.Struct({
        form: Schema.Literals(formIds),
        day: textUpTo(10),
        encapsulated: bytesUpTo(64),
        nonce: bytesUpTo(32),
        ciphertext: bytesUpTo(longestCiphertext),
      }),
    }),
  ).check(Schema.isMaxLength(mostItems)),
})

export interface Item {
  readonly token: string
  readonly sealed: Sealed
}

/** Only a sealed response may leave `web`: no schema can check that, so the type does. */
export type Append = Omit<typeof Append.Type, "items"> & { readonly items: readonly Item[] }

/** Has one outcome for each item, in the order of the items. */
const Appended = Schema.Struct({
  kind: Schema.Literal("appended"),
  group: Group,
  outcomes: Schema.Array(Schema.Literals(outcomes)),
})
export type Appended = typeof Appended.Type

const bytesOf = (length: number) =>
  Schema.Uint8Array.check(Schema.makeFilter((bytes) => bytes.byteLength === length || `send ${length} bytes`))
const ReferenceHash = bytesOf(32)

/** Stores a sealed complaint, or asks for the letters to the sender of one. `request` numbers what waits for an answer. */
const AboutComplaint = Schema.Struct({
  kind: Schema.Literal("about-complaint"),
  request: Schema.Int,
  asks: Schema.Union([
    Schema.Struct({ to: Schema.Literal("keep"), hash: ReferenceHash, sealed: bytesOf(sealedLength) }),
    Schema.Struct({ to: Schema.Literal("read"), hash: ReferenceHash }),
  ]),
})
type Asks = (typeof AboutComplaint.Type)["asks"]

/** Only a sealed complaint may leave `web`: no schema can check that, so the type does. */
export interface AboutComplaint extends Omit<typeof AboutComplaint.Type, "asks"> {
  readonly asks:
    | Extract<Asks, { readonly to: "read" }>
    | (Omit<Extract<Asks, { readonly to: "keep" }>, "sealed"> & { readonly sealed: SealedComplaint })
}

const ComplaintAnswer = Schema.Struct({
  kind: Schema.Literal("complaint-answer"),
  request: Schema.Int,
  said: Schema.Union([
    Schema.Struct({ outcome: Schema.Literals(outcomes) }),
    Schema.Struct({
      letters: Schema.Struct({ acknowledgement: bytesOf(letterLength), reply: bytesOf(letterLength) }),
    }),
  ]),
})
export type ComplaintAnswer = typeof ComplaintAnswer.Type

const Keys = Schema.Struct({
  kind: Schema.Literal("keys"),
  publicKeys: KeysByDay,
  pageKeys: KeysByDay,
  /** The private keys that open surveys which waited on a device: those of a week, and tomorrow's. */
  waitingKeys: Schema.optionalKey(KeysByDay),
  /** The public key to which complaints are sealed. */
  complaintKey: Schema.optionalKey(Schema.Uint8Array),
})
export type Keys = typeof Keys.Type

/** Asks a process to finish the work it has begun, and then to end. */
const Drain = Schema.Struct({ kind: Schema.Literal("drain") })

/** A process cannot work at all; its sentence tells the operator what to do. */
const CannotStart = Schema.Struct({ kind: Schema.Literal("cannot-start"), sentence: Schema.String })

/** The collection has begun to close for good: its database accepts nothing more. */
const Closing = Schema.Struct({ kind: Schema.Literal("closing") })

/** An event for the launcher to log. */
const Logged = Schema.Struct({ kind: Schema.Literal("log"), entry: LogFields })

/** The store was asked to commit: it did, or it failed in this way. */
const Beat = Schema.Struct({ kind: Schema.Literal("beat"), failure: Schema.optionalKey(Schema.Literals(failures)) })

/** Whether an answer would be stored now; sent every second, so that silence counts as no. */
const Readiness = Schema.Struct({ kind: Schema.Literal("readiness"), ready: Schema.Boolean })

const Ready = Schema.Struct({ kind: Schema.Literal("ready") })
const Listening = Schema.Struct({ kind: Schema.Literal("ready"), url: textUpTo(300) })
const FailedToListen = Schema.Struct({ kind: Schema.Literal("failed-to-listen"), code: textUpTo(40) })
export type FailedToListen = typeof FailedToListen.Type

const ToWeb = Schema.Union([Keys, Appended, ComplaintAnswer, Closing, Readiness, Drain])
export type ToWeb = typeof ToWeb.Type
const FromWeb = Schema.Union([Listening, Append, AboutComplaint, FailedToListen, Logged])
export type FromWeb =
  | Exclude<typeof FromWeb.Type, { readonly kind: "append" | "about-complaint" }>
  | Append
  | AboutComplaint

const ToWriter = Schema.Union([Append, AboutComplaint, Drain])
export type ToWriter = typeof Drain.Type | Append | AboutComplaint
const FromWriter = Schema.Union([Ready, Appended, ComplaintAnswer, Beat, Closing, CannotStart, Logged])
export type FromWriter = typeof FromWriter.Type

const FromStaff = Schema.Union([Ready, Logged])
export type FromStaff = typeof FromStaff.Type

const FromKeeper = Schema.Union([Keys, CannotStart, Logged])
export type FromKeeper = typeof FromKeeper.Type

/** The result of a nightly transfer: bands and days, and nothing of an answer. It is `idle` where no day was due. */
const NightlyResult = Schema.Struct({ outcome: Schema.Literals(["done", "idle", "failed"]), sentence: Schema.String })
export type NightlyResult = typeof NightlyResult.Type

const matchesToWriter = Schema.is(ToWriter)
const matchesFromWeb = Schema.is(FromWeb)

export const isToWeb = Schema.is(ToWeb)
export const isFromWeb = (message: unknown): message is FromWeb => matchesFromWeb(message)
export const isToWriter = (message: unknown): message is ToWriter => matchesToWriter(message)
export const isFromWriter = Schema.is(FromWriter)
export const isFromKeeper = Schema.is(FromKeeper)
export const isFromStaff = Schema.is(FromStaff)
export const isNightlyResult = Schema.is(NightlyResult)
