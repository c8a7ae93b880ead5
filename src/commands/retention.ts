/** Shows and decides the retention of each day's answers: list, review, extend, destroy, and a date that a person confirms. */
import { writeFileSync } from "node:fs"
import { Console, Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { runRetentionClock } from "../../db/custody/clock.ts"
import { confirmDate } from "../../db/custody/confirm-date.ts"
import { destroyDay, extendDay } from "../../db/custody/decide.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { Day, today } from "../../policy/civil-day.ts"
import { isOverdue } from "../../policy/custody/extract.ts"
import { retentionCalendar } from "../../policy/custody/retention-calendar.ts"
import { noticeSentences, retentionNotices } from "../../policy/custody/retention-notice.ts"
import { Reason } from "../../policy/record/reason.ts"
import { endComplaints, endedSentence } from "../complaints/end-retention.ts"
import { custodyOf } from "../deployment/custody.ts"
import { Settings } from "../deployment/settings.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { provedGrant } from "./prove.ts"
import { retentionLine } from "./retention-line.ts"
import { typedPath } from "./typed-path.ts"
import { dayFlag, ownerOnly, personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const day = Argument.String("DAY").pipe(
  Argument.withDescription("The day on which the answers were given"),
  Argument.filterMap(Schema.decodeUnknownOption(Day), () => "a day, such as 2027-04-19"),
)
const reasonFlag = (name: string, description: string) =>
  textFlag(name, "REASON", description).pipe(
    Flag.filterMap(Schema.decodeUnknownOption(Reason), () => "a reason in words, on one line"),
  )
const people = {
  by: personFlag("by", "The supervisor who decides"),
  second: personFlag("second", "Another supervisor, who confirms it"),
}

const writeCalendar = Effect.fn("ask.retention.calendar")(function* (file: string, text: string) {
  const path = yield* typedPath(file)
  yield* Effect.try({
    try: () => writeFileSync(path, text),
    catch: () => new Unusable({ message: `${path} cannot be written. No calendar was made. Name another file.` }),
  })
})

const list = Command.make(
  "list",
  { calendar: textFlag("calendar", "FILE", "Write the reviews to this calendar file (.ics)").pipe(Flag.optional) },
  Effect.fn("ask.retention.list")(function* ({ calendar }) {
    const { states, extracts } = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        return { states: yield* evidence.retentions, extracts: yield* evidence.extracts }
      }),
    )
    const on = yield* today
    if (states.length === 0) yield* Console.log("No day's answers are in the evidence store yet.")
    for (const state of states) yield* Console.log(retentionLine(state, on))
    for (const sentence of noticeSentences(retentionNotices(states, on))) yield* Console.log(sentence)
    for (const { facts } of extracts.filter((extract) => isOverdue(extract, on)))
      yield* Console.log(`Extract ${facts.id.slice(0, 8)} should have been deleted by ${facts.expiresOn}.`)
    if (Option.isSome(calendar)) yield* writeCalendar(calendar.value, retentionCalendar(states, on))
  }),
).pipe(withSettings, Command.withDescription("List every day with its review, and write them to a calendar file"))

const review = Command.make(
  "review",
  {},
  Effect.fn("ask.retention.review")(function* () {
    yield* ownerOnly
    const { storage } = yield* Settings
    const { states, destroyed, complaints } = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const { destroyed } = yield* runRetentionClock(custodyOf(storage, evidence))
        const complaints = yield* endComplaints(storage, evidence)
        return { states: yield* evidence.retentions, destroyed, complaints }
      }).pipe(Effect.scoped),
    )
    const on = yield* today
    if (destroyed.length > 0) yield* Console.log(`Destroyed, because nobody decided in time: ${destroyed.join(", ")}.`)
    for (const sentence of endedSentence(complaints)) yield* Console.log(sentence)
    const due = states.filter(({ state }) => state === "review-due")
    for (const state of due) yield* Console.log(retentionLine(state, on))
    yield* Console.log(
      due.length === 0
        ? "No review is due today."
        : "Extend each with --necessity, --proportionality and --until, or destroy it.",
    )
  }),
).pipe(withSettings, Command.withDescription("Run the retention clock now, and list the reviews to be decided"))

const extend = Command.make(
  "extend",
  {
    day,
    necessity: reasonFlag("necessity", "Why these answers are still needed"),
    proportionality: reasonFlag("proportionality", "Why keeping them is proportionate"),
    until: dayFlag("until", "The day of the next review"),
    ...people,
  },
  Effect.fn("ask.retention.extend")(function* ({ day: of, by, second, ...draft }) {
    yield* ownerOnly
    const settings = yield* Settings
    const { facts } = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const one = yield* provedGrant(settings, "extend-retention", by, of)
        const other = yield* provedGrant(settings, "extend-retention", second, of)
        return yield* extendDay({ evidence }, of, [one, other], draft)
      }),
    )
    yield* Console.log(`The answers of ${of} are kept until the review on ${facts.until}.`)
  }),
).pipe(withSettings, Command.withDescription("Keep a day's answers longer: reasons, a new date and two supervisors"))

const destroy = Command.make(
  "destroy",
  { day, ...people },
  Effect.fn("ask.retention.destroy")(function* ({ day: of, by, second }) {
    yield* ownerOnly
    const settings = yield* Settings
    const { facts } = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const one = yield* provedGrant(settings, "destroy-data", by, of)
        const other = yield* provedGrant(settings, "destroy-data", second, of)
        return yield* destroyDay(custodyOf(settings.storage, evidence), of, [one, other])
      }),
    )
    const { certificate } = facts
    yield* Console.log(
      `The answers of ${of} were destroyed on ${certificate.on}: rows, free text, sealed batches and key. A scan found nothing left. Certificate ${certificate.scan}, in DATA_DIR/keys/destroyed. Released tables stay.`,
    )
  }),
).pipe(withSettings, Command.withDescription("Destroy a day's answers and every copy here: two supervisors"))

const confirm = Command.make(
  "confirm-date",
  { by: people.by },
  Effect.fn("ask.retention.confirmDate")(function* ({ by }) {
    yield* ownerOnly
    const settings = yield* Settings
    const on = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const may = yield* provedGrant(settings, "destroy-data", by, yield* today)
        return yield* confirmDate(custodyOf(settings.storage, evidence), may)
      }),
    )
    yield* Console.log(`Confirmed: today is ${on}. The retention clock goes on from here.`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Confirm today's date after the clock has jumped, so that retention goes on"),
)

export const retention = Command.make("retention").pipe(
  Command.withDescription("Review, extend or destroy the answers of each day"),
  Command.withSubcommands([list, review, extend, destroy, confirm]),
)
