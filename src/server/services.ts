/** Everything the door's programs need, put together once when the process starts. */
import { Effect, Layer, ManagedRuntime } from "effect"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { deployment } from "./deployment.ts"
import { Door } from "./door.ts"

const runtime = ManagedRuntime.make(
  Layer.mergeAll(Door.layer, GeographyLookup.layer, registersLayer, Layer.succeed(CollectionWindow, deployment.window)),
)

const services = await runtime.context()

export const run = Effect.runPromiseExitWith(services)
