/** Moves sealed answers to the evidence store while the service runs; it prints bands and days, and nothing of an answer. */
import { Console, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/team.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { NobodyGivesUp } from "../../db/transfer/refusals.ts"
import { transfer as transferDays } from "../../db/transfer/transfer.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import type { Day } from "../../policy/civil-day.ts"
import { abandonRehearsal, abandonUnreadable } from "../../policy/custody/abandon-unreadable.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { type DeploymentSettings, Settings } from "../deployment/settings.ts"
import { collectionSource, evidenceSource } from "../deployment/storage.ts"
import { transferSummary } from "../keeper/transfer-summary.ts"
import { FaultsFound, Unusable } from "./exit-code.ts"
import { provedGrant } from "./prove.ts"
import { readyToTransfer, transferProgress } from "./transfer-progress.ts"
import { dayFlag, ownerOnly, personFlag, switchFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

/** In live only a supervisor may give up a day, and anybody else is refused before anything is moved. */
const givingUp = Effect.fn("Transfer.givingUp")(function* (
  settings: DeploymentSettings,
  evidence: Evidence["Service"],
  day: Option.Option<Day>,
  by: Option.Option<PersonId>,
) {
  if (Option.isNone(day)) return undefined
  const of = day.value
  const { mode } = settings.storage
  if (mode === "rehearsal" && Option.isNone(by))
    return { day: of, decide: (responses: number) => abandonRehearsal(mode, { of, responses }) }
  if (Option.isNone(by)) return yield* new NobodyGivesUp()
  const context = Layer.merge(teamOf(evidence), Layer.succeed(CollectionWindow, yield* CollectionWindow))
  const leave = yield* provedGrant(settings, "destroy-data", by.value, of).pipe(
    Effect.provide(context),
    Effect.provideService(Evidence, evidence),
  )
  return {
    day: of,
    decide: (responses: number) => Effect.provide(abandonUnreadable(leave, { of, responses }), context),
  }
})

const flags = {
  today: switchFlag("today", "Transfer today's answers too; today's key stays"),
  upgrade: switchFlag("upgrade", "Upgrade an evidence store of an older version"),
  lost: dayFlag("lost", "A day whose key is gone for good; may be repeated").pipe(Flag.atLeast(0)),
  giveUp: dayFlag("give-up", "Remove what nothing opens of this day, on a supervisor's decision").pipe(Flag.optional),
  by: personFlag("by", "The supervisor who decides to give up a day").pipe(Flag.optional),
}

export const transfer = Command.make(
  "transfer",
  flags,
  Effect.fn("ask.transfer")(function* ({ today, upgrade, lost, giveUp: day, by }) {
    const settings = yield* Settings
    const { storage } = settings
    const { mode, dataDir } = storage
    if (Option.isSome(by) && Option.isNone(day))
      return yield* new Unusable({ message: "--by decides about --give-up. Nothing was done. Give both, or neither." })
    yield* ownerOnly
    yield* readyToTransfer(storage)
    const collection = yield* openCollection({ ...collectionSource(storage), isLongJob: true }, mode)
    const evidence = yield* openEvidence({ source: { ...evidenceSource(storage), isLongJob: true }, mode, upgrade })
    const { passed, arrived } = transferProgress()
    const transferred = yield* transferDays(
      {
        ...{ collection, evidence, mode, dataDir, keys: privateKeysOf(storage), progress: passed, lost },
        detector: readDetector,
        abandoning: yield* givingUp(settings, evidence, day, by),
      },
      today ? "today" : "over",
    )
    const faults = [...transferred.refused, ...(transferred.texts ? [transferred.texts] : [])]
    for (const { message } of faults) yield* Console.error(message)
    yield* Console.log(transferSummary(storage, transferred, arrived()))
    if (faults.length > 0) return yield* new FaultsFound()
  }, Effect.scoped),
).pipe(
  withSettings,
  Command.withDescription(
    "Move the answers of days that ended an hour ago or more to the evidence store, and destroy their keys",
  ),
)
