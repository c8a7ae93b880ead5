/** The report on what is here: this code, this deployment, its stores, and what the runs wrote down about it. */
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { geographyHeld, toldOf } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { type Deployment, type RecordedDeployment, readDeployment } from "../../policy/deployment.ts"
import { AskedForms } from "../../policy/evidence/asked-forms.ts"
import { GeographyInUse } from "../../policy/evidence/geography-in-use.ts"
import { Recorded } from "../../policy/evidence/recorded.ts"
import type { Build } from "../../policy/report/build.ts"
import { collect } from "../../policy/report/collect.ts"
import type { Report } from "../../policy/report/report.ts"
import type { Results } from "../../policy/report/results.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { forms } from "../../surveys/forms.ts"
import { type Place, projectRoot } from "../launcher/place.ts"
import { fixturesIn } from "./results-here.ts"
import { storesHere } from "./stores-here.ts"

export const resultsFolder = join(projectRoot, ".results")

export interface Here {
  readonly place: Place
  readonly stated: Deployment
  readonly now: Build
  readonly results: Results
}

const known = (deployment: RecordedDeployment, folder: string) =>
  Layer.mergeAll(
    Layer.succeed(AskedForms, forms),
    Layer.succeed(CollectionWindow, deployment.mode === "live" ? (deployment.window ?? "always") : "always"),
    Layer.succeed(GeographyInUse, toldOf(folder, deployment.neighbourhoodUse)),
    Layer.succeed(Recorded, deployment),
  )

/** Fails with words for a person when `app.config.ts` cannot be read. */
export const reportHere = ({
  place,
  stated,
  now,
  results,
}: Here): Effect.Effect<Report, { readonly message: string }> =>
  Effect.gen(function* () {
    const recorded = yield* Effect.mapError(readDeployment(stated), ({ message }) => ({
      message: `app.config.ts cannot be used: ${message}`,
    }))
    const deployment = { ...recorded, mode: place.mode }
    const { store, seen } = yield* storesHere(place)
    const folder = geographyFolder(place.dataDir)
    const fixtures = fixturesIn(projectRoot)
    const evidence = { now, deployment, results, fixtures, store, geography: geographyHeld(folder) }
    return yield* Effect.provide(collect(evidence), Layer.merge(known(deployment, folder), seen))
  }).pipe(Effect.scoped)
