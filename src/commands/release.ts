/** Shows the proposed tables, lets a checker see and check one, publishes it, and decides how fine a table may be. */
import { Console, Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { finerGeographies } from "../../policy/data/geography.ts"
import { parameters } from "../../policy/parameters.ts"
import { Reason } from "../../policy/record/reason.ts"
import { exceptionText } from "../../policy/release/geography-exception.ts"
import { Settings } from "../deployment/settings.ts"
import { check } from "../tables/workflow/check.ts"
import { declaredIn } from "../tables/workflow/declared-in.ts"
import { findProposal, shortestPrefix } from "../tables/workflow/find-proposal.ts"
import { allowGeography, withdrawGeography } from "../tables/workflow/geography-exception.ts"
import { mayView } from "../tables/workflow/may-view.ts"
import { viewProposal } from "../tables/workflow/proposal-view.ts"
import { publish } from "../tables/workflow/publish.ts"
import { priorReleases } from "../tables/workflow/release.ts"
import { withdraw } from "../tables/workflow/withdraw.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { provedBy, provedGrant } from "./prove.ts"
import { ownerOnly, personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const isProposalId = (text: string): boolean => /^[0-9a-f]{8,64}$/.test(text)
const aProposalId = () => "the id of a proposed table, 8 characters or more, as `ask release` lists it"

const proposal = Argument.String("TABLE").pipe(
  Argument.withDescription("The id of a proposed table"),
  Argument.filter(isProposalId, aProposalId),
)
const geography = Argument.Literals("GEOGRAPHY", finerGeographies).pipe(
  Argument.withDescription("A level finer than a region"),
)
const supervisor = personFlag("by", "The supervisor who decides")

const listLines = Effect.gen(function* () {
  const { outputs } = yield* Evidence
  const standings = yield* outputs.standings
  const decisions = (yield* outputs.widenings).map((each) => `${exceptionText(each)}.`)
  if (standings.length === 0) return [...decisions, "No table has been proposed: ask -- table … --propose does."]
  const tables = standings.map(({ id, title, proposedOn, checks, releasedOn, withdrawnOn }) => {
    const released = releasedOn ? `released on ${releasedOn}` : `${checks} of ${parameters.outputCheckers.value} checks`
    const state = withdrawnOn ? `withdrawn on ${withdrawnOn}` : released
    return `${id.slice(0, shortestPrefix)}  ${proposedOn}  ${state}  ${title}`
  })
  return [...decisions, ...tables]
})

/** Before a release, only those who work on the table may see its counts. */
const show = Command.make(
  "show",
  { proposal, by: personFlag("by", "The person who looks") },
  Effect.fn("ask.release.show")(function* (input) {
    const { storage } = yield* Settings
    const view = Effect.gen(function* () {
      yield* mayView(input.by)
      return yield* viewProposal(yield* findProposal(input.proposal), yield* priorReleases(declaredIn(storage)))
    })
    yield* ownerOnly
    for (const line of yield* onEvidence(view)) yield* Console.log(line)
  }),
).pipe(
  withSettings,
  Command.withDescription("Show a checker the table: the request, the cells with [c], and the audits"),
)

const checkOne = Command.make(
  "check",
  { proposal, by: personFlag("by", "The checker, who is not the author") },
  Effect.fn("ask.release.check")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const checks = yield* onEvidence(
      Effect.flatMap(provedGrant(settings, "check-output", input.by, input.proposal), (may) =>
        check(input.proposal, may),
      ),
    )
    yield* Console.log(`Checked: ${checks} of ${parameters.outputCheckers.value}.`)
  }),
).pipe(withSettings, Command.withDescription("Make one of the two checks, by people other than the author"))

const widen = Command.make(
  "widen",
  {
    geography,
    because: textFlag("because", "REASON", "Why a finer table may be published, for the ledger").pipe(
      Flag.filterMap(Schema.decodeUnknownOption(Reason), () => "a reason in words, on one line"),
    ),
    by: supervisor,
  },
  Effect.fn("ask.release.widen")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const decision = yield* onEvidence(
      Effect.flatMap(provedGrant(settings, "widen-geography", input.by, input.geography), (may) =>
        allowGeography(input.geography, input.because, may),
      ),
    )
    yield* Console.log(`${exceptionText(decision)}. It is in the ledger, and no table was released by it yet.`)
  }),
).pipe(withSettings, Command.withDescription("Record the signed decision to publish finer than a region"))

const narrow = Command.make(
  "narrow",
  { geography, by: supervisor },
  Effect.fn("ask.release.narrow")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const decision = yield* onEvidence(
      Effect.flatMap(provedGrant(settings, "widen-geography", input.by, input.geography), (may) =>
        withdrawGeography(input.geography, may),
      ),
    )
    yield* Console.log(`${exceptionText(decision)}. Tables that were released by it stay published.`)
  }),
).pipe(withSettings, Command.withDescription("Take that decision back for every table that is not released"))

const withdrawOne = Command.make(
  "withdraw",
  { proposal, by: personFlag("by", "The supervisor who withdraws the table") },
  Effect.fn("ask.release.withdraw")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const title = yield* onEvidence(
      Effect.flatMap(provedBy(settings, "release-table", input.by, input.proposal), (who) =>
        withdraw(settings.storage, input.proposal, who),
      ),
    )
    yield* Console.log(
      `Withdrawn: ${title}. Its page says so, and shows no number. Ask those who copied it to delete it, and tell the DPO.`,
    )
  }),
).pipe(
  withSettings,
  Command.withDescription("Withdraw a released table that was found unsafe: its page says withdrawn, without numbers"),
)

const publishOne = Effect.fn("ask.release.publish")(function* (id: string, by: PersonId) {
  const settings = yield* Settings
  const { isNew, tables, folder } = yield* onEvidence(
    Effect.flatMap(provedBy(settings, "release-table", by, id), (who) => publish(settings.storage, id, who)),
  )
  const all = tables === 1 ? "1 table is" : `${tables} tables are`
  return [isNew ? "Released." : "It was released before.", `${all} published in ${folder}.`]
})

const bothOrNeither = "A release takes a table and --by SUPERVISOR; the list takes neither. Nothing was done."

export const release = Command.make(
  "release",
  {
    proposal: proposal.pipe(Argument.optional),
    by: personFlag("by", "The supervisor who releases the table").pipe(Flag.optional),
  },
  Effect.fn("ask.release")(function* (input) {
    if (Option.isSome(input.proposal) !== Option.isSome(input.by))
      return yield* new Unusable({ message: bothOrNeither })
    yield* ownerOnly
    const lines =
      Option.isSome(input.proposal) && Option.isSome(input.by)
        ? yield* publishOne(input.proposal.value, input.by.value)
        : yield* onEvidence(listLines)
    for (const line of lines) yield* Console.log(line)
  }),
).pipe(
  withSettings,
  Command.withDescription(
    "List the proposed tables; with a table and a supervisor, audit it against all earlier releases and publish it",
  ),
  Command.withSubcommands([show, checkOne, withdrawOne, widen, narrow]),
)
