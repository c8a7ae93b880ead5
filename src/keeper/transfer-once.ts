/** The nightly transfer, a process of its own that holds private keys and both stores for as long as it takes; it says one line. */
import { Effect } from "effect"
import { isCutOff, RestoreCutOff } from "../../db/backup/restoring.ts"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import type { Step } from "../../db/transfer/passed.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { isThere, summary } from "../commands/transfer.ts"
import type { NightsWork } from "../launcher/night.ts"
import { collectionSource, evidenceSource, placeFromEnv } from "../launcher/place.ts"

const place = placeFromEnv(process.env)
const { mode, dataDir } = place

const work: Effect.Effect<NightsWork> = Effect.gen(function* () {
  if (isCutOff(dataDir)) return yield* new RestoreCutOff()
  if (!isThere(place)) return { went: "well", line: "there is no collection yet" } as const
  let arrived = 0
  const passed = ({ kind, responses }: Step) =>
    Effect.sync(() => {
      if (kind === "removed") arrived += responses
    })
  const collection = yield* openCollection(collectionSource(place), mode)
  const evidence = yield* openEvidence({ source: evidenceSource(place), mode, upgrade: false })
  const transferred = yield* transfer({ collection, evidence, mode, dataDir, keys: privateKeysOf(place), passed })
  const refused = transferred.refused.map(({ message }) => message)
  const line = [summary(place, transferred, arrived), ...refused].join(" ")
  return { went: refused.length === 0 ? "well" : "badly", line } as const
}).pipe(
  Effect.scoped,
  Effect.catch(({ message }) => Effect.succeed<NightsWork>({ went: "badly", line: message })),
)

process.umask(0o077)
// A signal meant for the whole service is the launcher's to pass on, which ends this process where it stands: that is safe.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => undefined)
process.on("disconnect", () => process.exit(1))
process.send?.(await Effect.runPromise(work), undefined, undefined, () => process.exit(0))
