/** Reads from the ledger which keys of results count here; while it cannot be read, none does. */
import { Effect } from "effect"
import { type KnownKeys, knownKeys } from "../../policy/report/known-keys.ts"
import { declaredHere } from "../deployment/declared.ts"
import type { DeploymentSettings } from "../deployment/settings.ts"
import { resultsFolder } from "../deployment/storage.ts"
import { publicKeyIn } from "../launcher/results-key.mjs"

export const knownKeysHere = ({ storage }: Pick<DeploymentSettings, "storage">): Effect.Effect<KnownKeys> =>
  declaredHere(storage).pipe(
    Effect.map((declared) => knownKeys({ mode: storage.mode, ...declared }, publicKeyIn(resultsFolder))),
    Effect.orElseSucceed(() => ({ keys: [], areRecorded: true })),
  )
