/** Verifies the ledger: the whole chain, against the head kept with the keys and against one that a report states. */
import { Console, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { checkAndKeepLedger } from "../../db/evidence/ledger-anchor.ts"
import { Digest } from "../../policy/record/digest.ts"
import { Settings } from "../deployment/settings.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { ownerOnly, textFlag, wholeNumberFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const isDigest = (text: string): boolean => Option.isSome(Option.liftThrowable(Digest.make)(text))

const verify = Command.make(
  "verify",
  {
    length: wholeNumberFlag("length", "The length that a report states").pipe(Flag.optional),
    head: textFlag("head", "HASH", "The head that a report states").pipe(
      Flag.filter(isDigest, () => "a head, 64 characters, as a report states it"),
      Flag.optional,
    ),
  },
  Effect.fn("ask.ledger.verify")(function* ({ length, head }) {
    if (Option.isSome(length) !== Option.isSome(head))
      return yield* new Unusable({
        message: "A head needs its length. Nothing was verified. Give --length and --head.",
      })
    yield* ownerOnly
    const { storage } = yield* Settings
    const stated = Option.getOrUndefined(Option.all({ length, head }))
    const check = yield* onEvidence(
      Effect.flatMap(Evidence, (evidence) => checkAndKeepLedger(evidence, storage.dataDir, stated)),
    )
    const known =
      check.known === undefined
        ? "No head was kept before, so a cut end could not show."
        : `It continues the ${check.known.length} entries known on ${check.known.on}.`
    yield* Console.log(`The ledger is whole: ${check.length} entries, head ${check.head}. ${known}`)
  }),
).pipe(withSettings, Command.withDescription("Verify every entry, and compare with the last known length and head"))

export const ledger = Command.make("ledger").pipe(
  Command.withDescription("Verify the record of decisions"),
  Command.withSubcommands([verify]),
)
