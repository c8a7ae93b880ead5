/** Builds each service of `web` once, when the process starts, and runs every program of its routes on them. */

import { clientViteManifest } from "solid-start:client-vite-manifest"
import { Effect, type Exit, Layer, ManagedRuntime } from "effect"
import { geographyIn } from "../../db/geography/in-use.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { openRecordings } from "../voice/recording-folder.ts"
import { voiceFolderNextTo } from "../voice/voice-folder.ts"
import { Channel } from "./channel.ts"
import { deployment, geographyFolder, releasedFolder } from "./environment.ts"
import { recordedIn } from "./recorded.ts"
import { releasedIn } from "./released.ts"
import { SealingQueue } from "./sealing-queue.ts"
import { Admission } from "./senders/admission.ts"
import { addressBehind } from "./senders/client-address.ts"
import { type Sender, Senders } from "./senders/senders.ts"
import { SpentTokens } from "./spent-tokens.ts"
import { SurveyPages } from "./survey-page-cache.ts"

const geography = geographyIn(geographyFolder, deployment.neighbourhoodUse)

/** Words about the places, for the pages that show them. */
export const placesShown = geography.shown

/** Answers requests for the released tables. */
export const released = releasedIn(releasedFolder)

const recordings = await openRecordings(releasedFolder && voiceFolderNextTo(releasedFolder), deployment.mode === "live")

/** Answers requests for a recording. */
export const recorded = recordedIn(recordings)

/** Whether there is a recording at an address. */
export const isRecorded = recordings.has

const script = clientViteManifest["src/entry-client.tsx"]?.file

const runtime = ManagedRuntime.make(
  Layer.mergeAll(
    Layer.provideMerge(SealingQueue.layer, Channel.layer(process)),
    Layer.provideMerge(Admission.layer, Senders.layer(addressBehind(deployment.proxy))),
    SpentTokens.layer(),
    SurveyPages.layer({ mode: deployment.mode, script: script && `/${script}`, recorded: isRecorded }),
    geography.layer,
    Layer.succeed(CollectionWindow, deployment.window),
  ),
)

type Services = ManagedRuntime.ManagedRuntime.Services<typeof runtime>

const services = await runtime.context()

export const run: <A, E>(program: Effect.Effect<A, E, Services>) => Promise<Exit.Exit<A, E>> =
  Effect.runPromiseExitWith(services)

/** Rejects only on a defect: `web.ts` then says that something went wrong here. */
export const respond: (program: Effect.Effect<Response, never, Services>) => Promise<Response> =
  Effect.runPromiseWith(services)

export const senderOf = (request: Request): Sender =>
  Effect.runSyncWith(services)(Effect.flatMap(Senders, ({ of }) => of(request)))
