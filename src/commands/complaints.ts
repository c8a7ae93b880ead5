/** Shows the complaints, and lets a person on the list read, acknowledge, answer and remove one. */
import { Console, Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { complaintsReceived } from "../../db/complaints/received.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import {
  acknowledgeBy,
  type ComplaintReceived,
  complaintNotices,
  isAcknowledged,
  removeOn,
} from "../../policy/custody/complaint.ts"
import { parameters } from "../../policy/parameters.ts"
import { allComplaints, readOne, removeOne, writeTo } from "../complaints/desk.ts"
import { Settings } from "../deployment/settings.ts"
import { onEvidence } from "./on-evidence.ts"
import { ownerOnly, personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const complaint = Argument.String("COMPLAINT").pipe(
  Argument.withDescription("The id of a complaint"),
  Argument.filter(
    (text) => /^[0-9a-f]{12}$/.test(text),
    () => "the id of a complaint, twelve characters, as `ask complaints list` prints it",
  ),
)
const by = personFlag("by", "The person who looks after complaints")

const isWritten = (text: string): boolean =>
  text.trim() !== "" && text.length <= parameters.longestComplaint.value && !/[^\P{Cc}\n]/u.test(text)

const wordsFlag = textFlag("words", "WORDS", "What the sender reads").pipe(
  Flag.filter(isWritten, () => `words, ${parameters.longestComplaint.value} characters at most`),
)

const lineOf = (each: ComplaintReceived, on: Day): string => {
  const { id, receivedOn, acknowledged, replied } = each
  if (removeOn(each) <= on) return `${id}  ${receivedOn}  its retention has passed: remove it`
  if (replied) return `${id}  ${receivedOn}  replied`
  if (acknowledged) return `${id}  ${receivedOn}  acknowledged; a reply is to come`
  const last = acknowledgeBy(each)
  return `${id}  ${receivedOn}  ${last < on ? `OVERDUE: acknowledge it, which was due by ${last}` : `acknowledge it by ${last}`}`
}

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.complaints.list")(function* () {
    const { storage } = yield* Settings
    const all = complaintsReceived(yield* allComplaints(storage))
    const on = yield* today
    if (all.length === 0) yield* Console.log("There is no complaint here.")
    const order = [...all.filter((each) => !isAcknowledged(each)), ...all.filter(isAcknowledged)]
    for (const each of order) yield* Console.log(lineOf(each, on))
    for (const sentence of complaintNotices(all, on)) yield* Console.log(sentence)
  }),
).pipe(withSettings, Command.withDescription("List the complaints by day, with the next step; opens none"))

const letterLines = (title: string, letter: { readonly on: string; readonly words: string } | undefined) =>
  letter === undefined ? [] : ["", `${title} of ${letter.on}:`, letter.words]

const read = Command.make(
  "read",
  { complaint, by },
  Effect.fn("ask.complaints.read")(function* (input) {
    yield* ownerOnly
    const { storage } = yield* Settings
    const opened = yield* onEvidence(readOne(storage, input.complaint, input.by))
    const lines = [
      `Received on ${opened.receivedOn}.`,
      opened.contact === "" ? "No contact details were given." : `To reach the sender: ${opened.contact}`,
      "",
      opened.words,
      ...letterLines("Acknowledgement", opened.acknowledgement),
      ...letterLines("Reply", opened.reply),
    ]
    for (const line of lines) yield* Console.log(line)
  }),
).pipe(withSettings, Command.withDescription("Show one complaint in clear; who read it is in the ledger"))

const acknowledge = Command.make(
  "acknowledge",
  {
    complaint,
    by,
    words: wordsFlag.pipe(
      Flag.withDefault("We have what you wrote. We are looking into it, and we will tell you here what came of it."),
    ),
  },
  Effect.fn("ask.complaints.acknowledge")(function* (input) {
    yield* ownerOnly
    const { storage } = yield* Settings
    yield* onEvidence(writeTo(storage, input.complaint, input.by, "acknowledgement", input.words))
    yield* Console.log("Acknowledged: who has the reference reads it now.")
  }),
).pipe(withSettings, Command.withDescription("Tell the sender that the complaint has come"))

const reply = Command.make(
  "reply",
  { complaint, by, words: wordsFlag },
  Effect.fn("ask.complaints.reply")(function* (input) {
    yield* ownerOnly
    const { storage } = yield* Settings
    yield* onEvidence(writeTo(storage, input.complaint, input.by, "reply", input.words))
    yield* Console.log("Replied: who has the reference reads it now.")
  }),
).pipe(withSettings, Command.withDescription("Tell the sender what came of it; a later reply replaces an earlier one"))

const remove = Command.make(
  "remove",
  { complaint, by },
  Effect.fn("ask.complaints.remove")(function* (input) {
    yield* ownerOnly
    const { storage } = yield* Settings
    yield* onEvidence(removeOne(storage, input.complaint, input.by))
    yield* Console.log("Removed, with what was written about it. Backups keep it, sealed, until they are removed.")
  }),
).pipe(withSettings, Command.withDescription("Remove a complaint whose retention has passed, or that was sent twice"))

export const complaints = Command.make("complaints").pipe(
  Command.withDescription("Read, acknowledge and answer complaints, which are sealed and linked to no answer"),
  Command.withSubcommands([list, read, acknowledge, reply, remove]),
)
