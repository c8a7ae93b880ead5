/** Ends the collection for good before two witnesses; it names each obstacle, and can be run again. */
import { Console, Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/team.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import type { Index } from "../../db/geography/index-file.ts"
import { geographyFolder, readIndex } from "../../db/geography/index-folder.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { close as closeCollection } from "../../db/transfer/close.ts"
import { GeographyDamaged } from "../../db/transfer/closing-refusals.ts"
import { acting } from "../../policy/capability/acting.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { Act, witnessing } from "../../policy/capability/session.ts"
import { type DeploymentSettings, Settings } from "../deployment/settings.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"
import { proved, provedGrant } from "./prove.ts"
import { residueLines, scanProgress } from "./residue-lines.ts"
import { scanStores } from "./scan-stores.ts"
import { readyToTransfer, transferProgress } from "./transfer-progress.ts"
import { ownerOnly, personFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const scanOf = (storage: StorageSettings, index: Index | undefined) => (days: readonly string[]) =>
  scanStores(storage, { words: [], index, days, named: [], progress: scanProgress() }).pipe(
    Effect.tap((result) => Effect.forEach(residueLines(result), (line) => Console.log(line))),
  )

/** In live a witness proves that they are there. */
const witness = (settings: DeploymentSettings, person: PersonId) =>
  settings.storage.mode === "live"
    ? proved(settings, Act.make(witnessing), person)
    : Effect.succeed(acting(person, "operator"))

const witnesses = personFlag("witness", "A person who sees it done; give two").pipe(Flag.atLeast(2))

export const close = Command.make(
  "close",
  {
    witnesses,
    by: personFlag("by", "The supervisor who closes before the window ends").pipe(Flag.optional),
  },
  Effect.fn("ask.close")(function* ({ witnesses: [first, second, ...more], by }) {
    if (first === undefined || second === undefined || more.length > 0 || first === second)
      return yield* new Unusable({
        message: "Closing takes two different witnesses. Nothing was done. Give --witness ID twice.",
      })
    const settings = yield* Settings
    const { storage } = settings
    yield* ownerOnly
    yield* readyToTransfer(storage)
    const index = readIndex(geographyFolder(storage.dataDir))
    if (index === "damaged") return yield* new GeographyDamaged()
    const collection = yield* openCollection({ ...collectionSource(storage), isLongJob: true }, storage.mode)
    const evidence = yield* openEvidence({
      source: { ...evidenceSource(storage), isLongJob: true },
      mode: storage.mode,
      upgrade: false,
    })
    const closing = Effect.gen(function* () {
      const early = by._tag === "Some" ? yield* provedGrant(settings, "close-collection", by.value, "early") : undefined
      const { mode, dataDir } = storage
      const seen = [yield* witness(settings, first), yield* witness(settings, second)] as const
      const keys = privateKeysOf(storage)
      const { passed } = transferProgress()
      return yield* closeCollection({
        ...{
          collection,
          evidence,
          mode,
          dataDir,
          keys,
          progress: passed,
          detector: readDetector,
          witnesses: seen,
          early,
        },
        scan: scanOf(storage, index),
      })
    })
    const { facts } = yield* closing.pipe(Effect.provide(teamOf(evidence)), Effect.provideService(Evidence, evidence))
    yield* Console.log(
      `The collection in ${storage.mode} was closed on ${facts.closedOn}: it holds no answer, every one arrived as it was sent (both ends ${facts.rows}), and a scan found nothing left. Nothing reopens it. Complaints stay, sealed, and may still come.`,
    )
  }, Effect.scoped),
).pipe(
  withSettings,
  Command.withDescription("End the collection for good: refuse new answers, transfer the rest, empty it and scan it"),
)
