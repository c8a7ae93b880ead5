/** One command starts the three processes, keeps them running, and ends them so that every acknowledged answer is on the disk. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { isCutOff, RestoreCutOff } from "../../db/backup/restoring.ts"
import { failureOf, failureSentence } from "../../db/collection/failure.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import type { GeographyHeld } from "../../policy/opening.ts"
import { type Accounts, handOver } from "./account.ts"
import { watchAncestors } from "./ancestors.ts"
import { keepRunning } from "./child.ts"
import { keeperFlags, readableBelow, webFlags, writerFlags } from "./confinement.ts"
import { type FromKeeper, type FromWriter, isFromWeb, type Keys, type ToWeb } from "./message.ts"
import { type Nightly, startNights } from "./nightly.ts"
import { type Place, placeToEnv, projectRoot, releasedDir } from "./place.ts"
import { relay } from "./relay.ts"
import { listeningSentence } from "./sentence.ts"

export interface Launch extends Omit<Place, "mode"> {
  /** What `web` is told of its deployment: plain data, and no secret. */
  readonly deployment: Pick<Place, "mode">
  readonly geography: GeographyHeld
  readonly host: string
  readonly port: number
  readonly accounts?: Accounts | undefined
  /** The hour of the nightly transfer; without one there is none. */
  readonly nightly?: number | "off"
  /** Ends when one of these processes does. */
  readonly watch: readonly number[]
  readonly web?: { readonly script: string; readonly readable: readonly string[] }
}

const built = join(projectRoot, ".output")
const builtWeb = { script: join(built, "server", "index.mjs"), readable: [built] }
const patience = 10_000
const drain = { kind: "drain" } as const

/** Resolves with the exit code once everything has ended. */
export const launch = (asked: Launch): Promise<number> => {
  const { deployment, geography: held, host, port, accounts, web: { script, readable } = builtWeb } = asked
  const { dataDir, databaseUrl, evidenceUrl, keyCommand } = asked
  const place: Place = { mode: deployment.mode, dataDir, databaseUrl, evidenceUrl, keyCommand }
  /** The writer has no use for private keys, nor for the evidence store. */
  const forWriter: Place = { ...place, evidenceUrl: undefined, keyCommand: undefined }
  const sentence = impediment(place, held, script)
  if (sentence !== undefined) {
    console.error(sentence)
    return Promise.resolve(1)
  }

  const geography = held === "none" ? [] : [geographyFolder(place.dataDir)]
  const released = releasedDir(place)
  if (accounts) handOver(place.dataDir, accounts)

  return new Promise((resolve) => {
    let keys: Keys | undefined
    let url: string | undefined
    let nights: Nightly | undefined
    let writerIsUp = false
    let closing = false
    let open = false
    let stopping = false
    let lastSaid = ""

    const stop = async (code: number) => {
      if (stopping) return
      stopping = true
      nights?.stop()
      const wait = open ? patience : 0
      await web.drain(drain, wait)
      await writer.drain(drain, wait)
      await keeper.drain(drain, wait)
      resolve(code)
    }
    /** Before it is open this ends the start; after, what broke is tried again and said once. */
    const fail = (sentence: string) => {
      if (stopping) return
      if (sentence !== lastSaid) console.error(sentence)
      lastSaid = sentence
      if (!open) void stop(1)
    }
    const inVain = (name: string, vainStarts: number) => {
      if (vainStarts >= 4) fail(`The ${name} process ends as soon as it starts, for the reason above.`)
    }
    /** `web` has nothing to seal to, and so is not open, until the store is. */
    const handKeys = (send: (message: ToWeb) => unknown) => {
      if (keys === undefined || !(writerIsUp || open)) return
      if (closing) send({ kind: "closing" })
      send(keys)
      announce()
    }
    const announce = () => {
      if (open || stopping || url === undefined || keys === undefined || !writerIsUp) return
      open = true
      nights = startNights(place, asked.nightly ?? "off")
      const { pid } = process
      const isOpen = `The Big Ask is open for ${deployment.mode} at ${url} (process ${pid}). Stop it with: kill ${pid}`
      console.log(held === "England" ? isOpen : `${isOpen}\n${placesSentence(held)}`)
    }

    const keeper = keepRunning({
      args: [...keeperFlags, join(projectRoot, "src", "keeper", "keeper.ts")],
      env: placeToEnv({ ...place, databaseUrl: undefined, evidenceUrl: undefined }),
      account: accounts?.keeper,
      talks: "always",
      heard: (message) => {
        const said = message as FromKeeper
        if (said.kind === "cannot-start") return fail(said.sentence)
        keeper.isReady()
        keys = said
        handKeys(web.send)
      },
      ended: (vainStarts) => inVain("keeper", vainStarts),
    })
    const writer = keepRunning({
      args: [...writerFlags(place), join(projectRoot, "src", "writer", "writer.ts")],
      env: placeToEnv(forWriter),
      account: accounts?.writer,
      talks: "always",
      heard: (message) => {
        const said = message as FromWriter
        if (said.kind === "cannot-start") return fail(said.sentence)
        if (said.kind === "appended") return groups.appended(said)
        if (said.kind === "closing") {
          closing = true
          return void web.send(said)
        }
        writer.isReady()
        writerIsUp = true
        groups.writerIsUp(true)
        if (!open) handKeys(web.send)
      },
      ended: (vainStarts) => {
        writerIsUp = false
        groups.writerIsUp(false)
        inVain("writer", vainStarts)
      },
    })
    const web = keepRunning({
      args: [...webFlags([...readable, ...geography]), ...readableBelow(released), script],
      env: {
        HOST: host,
        PORT: String(port),
        DEPLOYMENT: JSON.stringify(deployment),
        NODE_ENV: "production",
        RELEASED: released,
        ...(geography[0] && { GEOGRAPHY: geography[0] }),
      },
      account: accounts?.web,
      talks: "until-ready",
      started: handKeys,
      heard: (message) => {
        if (!isFromWeb(message)) return
        if (message.kind === "append") return groups.append(message)
        if (message.kind === "failed-to-listen") {
          // The process that a crash left behind may hold the port for a moment yet.
          if (message.code === "EADDRINUSE" && web.vainStarts() < 3) web.again()
          else fail(listeningSentence(message, host, port))
          return
        }
        web.isReady()
        url = message.url
        announce()
      },
      ended: (vainStarts) => {
        groups.webEnded()
        inVain("web", vainStarts)
      },
    })
    const groups = relay(writer.send, web.send)

    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0))
    watchAncestors(asked.watch, () => void stop(0))
  })
}

const placesSentence = (held: GeographyHeld): string =>
  held === "none"
    ? "Its places, schools and councils are made up. Bring the published ones with: npm run ask -- geography import FILE…"
    : "Its places are a part of England, for rehearsal."

const impediment = ({ dataDir }: Place, held: GeographyHeld, script: string): string | undefined => {
  if (!existsSync(script)) return "There is no build to serve yet: npm start makes one."
  if (held === "damaged")
    return "The imported geography is damaged: import it again with npm run ask -- geography import FILE…"
  if (isCutOff(dataDir)) return new RestoreCutOff().message
  try {
    keepTokenKey(dataDir)
    return undefined
  } catch (error) {
    return failureSentence(failureOf(error))
  }
}
