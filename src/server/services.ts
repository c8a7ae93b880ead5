/** Everything the door's programs need, put together once when the process starts. */
import { Effect, Layer, ManagedRuntime } from "effect"
import { geographyIn } from "../../db/geography/in-use.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { deployment, geographyFolder } from "./deployment.ts"
import { Door } from "./door.ts"

const geography = geographyIn(geographyFolder, deployment.neighbourhoodUse)

/** Words about the places, for the pages that speak of them. */
export const placesShown = geography.shown

const runtime = ManagedRuntime.make(
  Layer.mergeAll(Door.layer, geography.layer, Layer.succeed(CollectionWindow, deployment.window)),
)

const services = await runtime.context()

export const run = Effect.runPromiseExitWith(services)
