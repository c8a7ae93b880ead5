/** Everything the door's programs need, put together once when the process starts. */
import { Context, Effect, Layer, ManagedRuntime } from "effect"
import { geographyIn } from "../../db/geography/in-use.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { isClosing } from "./channel.ts"
import { deployment, geographyFolder } from "./deployment.ts"
import { Door } from "./door.ts"

const geography = geographyIn(geographyFolder, deployment.neighbourhoodUse)

/** Words about the places, for the pages that speak of them. */
export const placesShown = geography.shown

const runtime = ManagedRuntime.make(
  Layer.mergeAll(Door.layer, geography.layer, Layer.succeed(CollectionWindow, deployment.window)),
)

const services = await runtime.context()

/** A collection that has begun to close is past its window, whenever that was to end. */
const longAgo = "1970-01-01"
const closed = Context.add(services, CollectionWindow, { opens: longAgo, closes: longAgo })

const whileOpen = Effect.runPromiseExitWith(services)
const onceClosed = Effect.runPromiseExitWith(closed)

export const run: typeof whileOpen = (program, options) => (isClosing() ? onceClosed : whileOpen)(program, options)
