/** Starts the processes, keeps them running, and ends them only once every acknowledged answer is on the disk. */
import { join } from "node:path"
import type { Outcome } from "../../db/collection/append.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { identityFile, settleIdentity } from "../../db/identity-file.ts"
import { commitOf, millisecondsSince, silentLog } from "../deployment/log.ts"
import { isFromKeeper, isFromWeb, isFromWriter, type Keys, type ToWeb } from "../deployment/messages.ts"
import { once } from "../deployment/once.ts"
import { projectRoot, releasedDir, releasesDir, type StorageSettings, storageToEnv } from "../deployment/storage.ts"
import { webSettingsToEnv } from "../deployment/web-deployment.ts"
import { watchAncestors } from "./ancestors.ts"
import { keepRunning } from "./child.ts"
import { complaintRelay } from "./complaint-relay.ts"
import { keeperFlags, webFlags, webWall, writerFlags } from "./confinement.ts"
import { openDoor } from "./door.ts"
import { countEnds } from "./ends.ts"
import { handOver } from "./hand-over.ts"
import { impediment } from "./impediment.ts"
import type { Launch } from "./launch-options.ts"
import { guardMemory } from "./memory-guard.ts"
import { openMetricsPort } from "./metrics-port.ts"
import { type Nightly, startNights } from "./nightly.ts"
import { type Numbers, nothingYet } from "./numbers.ts"
import { onlyPlatform } from "./only-platform.ts"
import { rateAlarm } from "./rate-alarm.ts"
import { followReadiness } from "./readiness.ts"
import { relay } from "./relay.ts"
import { listeningSentence, openSentence, wallSentence } from "./sentence.ts"
import { program, programs } from "./set-up.mjs"
import { keepStaff } from "./staff-desk.ts"

const built = join(projectRoot, ".output")
const builtWeb = { script: join(built, "server", "index.mjs"), readable: [built] }
const patience = 10_000
const drain = { kind: "drain" } as const

/** Resolves with the exit code once everything has ended. */
export const launch = async (options: Launch): Promise<number> => {
  const { deployment, geography: imported, host, port, accounts, web: { script, readable } = builtWeb } = options
  const { dataDir, databaseUrl, evidenceUrl, keyCommand, log = silentLog } = options
  const storage: StorageSettings = { mode: deployment.mode, dataDir, databaseUrl, evidenceUrl, keyCommand }
  /** The writer needs neither private keys nor the evidence store. */
  const forWriter: StorageSettings = { ...storage, evidenceUrl: undefined, keyCommand: undefined }
  const sentence = impediment(storage, imported, script)
  if (sentence !== undefined) {
    console.error(sentence)
    return 1
  }
  let writable: (may: boolean) => void = () => undefined
  const only = await onlyPlatform(storage, { mayWrite: (may) => writable(may), taken: (why) => console.error(why) })
  if (typeof only === "string") {
    console.error(only)
    return 1
  }

  const geography = imported === "none" ? undefined : geographyFolder(storage.dataDir)
  const shown = [...readable, ...(geography === undefined ? [] : [geography]), releasesDir(storage)]
  const planted = accounts && handOver(storage.dataDir, accounts)
  if (planted !== undefined) {
    console.error(planted)
    await only.release()
    return 1
  }

  let numbers: () => Numbers = () => nothingYet
  const metrics = await openMetricsPort(options.metricsPort, () => numbers())
  if (typeof metrics === "string") {
    console.error(metrics)
    await only.release()
    return 1
  }

  return new Promise((resolve) => {
    let keys: Keys | undefined
    let url: string | undefined
    let webIsUp = false
    /** A port that the system chose is kept. */
    let doorPort = port
    let nights: Nightly | undefined
    let writerIsUp = false
    let closing = false
    let open = false
    let stopping = false
    let lastSentence = ""
    const begun = performance.now()

    const ends = countEnds(log)
    let writerFails = false
    const answers = new Map<Outcome, number>()
    const readiness = followReadiness({
      tell: (ready) => web.send({ kind: "readiness", ready }),
      log,
      mayWrite: only.mayWrite,
    })
    numbers = () => ({
      ready: readiness.isReady(),
      silentFor: readiness.silentFor(),
      ends: ends.counts(),
      answers,
      nightFailed: nights?.hasFailed(),
      memory: process.memoryUsage.rss(),
    })

    const stop = async (code: number) => {
      if (stopping) return
      stopping = true
      readiness.stop()
      metrics?.close()
      nights?.stop()
      const wait = open ? patience : 0
      await web.drain(drain, wait)
      await staff?.drain(drain, wait)
      await writer.drain(drain, wait)
      await keeper.drain(drain, wait)
      await only.release()
      log({ process: "launcher", event: "stopped", milliseconds: millisecondsSince(begun) })
      resolve(code)
    }
    /** A failure ends a platform that is not open yet; later it is printed once, and the process is tried again. */
    const fail = (sentence: string) => {
      if (stopping) return
      if (sentence !== lastSentence) console.error(sentence)
      lastSentence = sentence
      if (!open) void stop(1)
    }
    const processEnded = (name: "web" | "writer" | "keeper", failedStarts: number) => {
      if (stopping) return
      ends.ended(name)
      if (failedStarts >= 4) fail(`The ${name} process ends as soon as it starts, for the reason above.`)
    }
    const processFailed = (name: "writer" | "keeper", sentence: string) => {
      // The keeper logs its own failures, with the class of the error.
      if (name === "writer" && !writerFails) log({ process: name, event: "process-failed" })
      if (name === "writer") writerFails = true
      fail(sentence)
    }
    /** Until the store is open `web` gets no key, can seal nothing, and so is not open. */
    const handKeys = (send: (message: ToWeb) => unknown) => {
      if (keys === undefined || !(writerIsUp || open)) return
      if (closing) send({ kind: "closing" })
      send(keys)
      announce()
    }
    const announce = () => {
      if (open || stopping || url === undefined || !webIsUp || keys === undefined || !writerIsUp) return
      open = true
      readiness.opened()
      nights = startNights(storage, { transfer: options.nightly ?? "off", custody: options.custody ?? "off" }, log)
      console.log(openSentence({ mode: deployment.mode, host, url, imported }))
      console.log(wallSentence(options.sandbox, accounts !== undefined))
      log({
        process: "launcher",
        event: "opened",
        milliseconds: millisecondsSince(begun),
        ...(options.commit !== undefined && { commit: commitOf(options.commit) }),
      })
    }

    const rate = rateAlarm(log, options.expectedADay)
    setInterval(rate.look, 60_000).unref()
    const sayRefused = once(() => log({ process: "web", event: "message-refused" }))

    const keeper = keepRunning({
      args: [...keeperFlags, program("keeper")],
      env: storageToEnv({ ...storage, databaseUrl: undefined, evidenceUrl: undefined }),
      account: accounts?.keeper,
      talks: "always",
      onMessage: (message) => {
        if (!isFromKeeper(message)) return
        if (message.kind === "log") return log(message.entry)
        // A close destroys the keys of all days.
        if (message.kind === "cannot-start") return closing ? undefined : processFailed("keeper", message.sentence)
        keeper.isReady()
        keys = message
        handKeys(web.send)
      },
      onEnd: (failedStarts) => processEnded("keeper", failedStarts),
    })
    const writer = keepRunning({
      args: [...writerFlags(storage, [programs]), program("writer")],
      env: {
        ...storageToEnv(forWriter),
        ...(deployment.window !== "always" && { WINDOW: JSON.stringify(deployment.window) }),
      },
      account: accounts?.writer,
      talks: "always",
      onMessage: (message) => {
        if (!isFromWriter(message)) return
        if (message.kind === "log") return log(message.entry)
        if (message.kind === "cannot-start") return processFailed("writer", message.sentence)
        if (message.kind === "appended") {
          for (const outcome of message.outcomes) answers.set(outcome, (answers.get(outcome) ?? 0) + 1)
          rate.stored(message.outcomes.filter((outcome) => outcome === "stored").length)
          return groups.appended(message)
        }
        if (message.kind === "complaint-answer") return complaints.answered(message)
        if (message.kind === "beat") return readiness.beat(message.failure)
        if (message.kind === "closing") {
          closing = true
          return void web.send(message)
        }
        settleIdentity(identityFile(dataDir, "collection"))
        writer.isReady()
        writerFails = false
        writerIsUp = true
        mayReachWriter(only.mayWrite())
        if (!open) handKeys(web.send)
      },
      onEnd: (failedStarts) => {
        writerIsUp = false
        mayReachWriter(false)
        processEnded("writer", failedStarts)
      },
    })
    const web = keepRunning({
      args: [...webFlags(shown), script],
      env: {
        NODE_ENV: "production",
        ...webSettingsToEnv({
          deployment,
          host,
          port,
          geographyFolder: geography,
          releasedFolder: releasedDir(storage),
        }),
      },
      account: accounts?.web,
      sandbox: options.sandbox?.around([webWall, ...shown]),
      talks: "until-ready",
      door: async () => {
        const door = await openDoor(host, doorPort)
        if (typeof door === "string") return void fail(listeningSentence(door, host, port))
        url = door.url
        doorPort = door.port
        return door.server
      },
      onStart: handKeys,
      onMessage: (message) => {
        if (!isFromWeb(message)) return sayRefused()
        if (message.kind === "log") return log({ ...message.entry, process: "web" })
        if (message.kind === "append") return groups.append(message)
        if (message.kind === "about-complaint") return complaints.ask(message)
        if (message.kind !== "ready") return
        web.isReady()
        webIsUp = true
        announce()
      },
      onEnd: (failedStarts) => {
        webIsUp = false
        groups.webEnded()
        complaints.webEnded()
        processEnded("web", failedStarts)
      },
    })
    const onEndOfStaff = () => stopping || ends.ended("staff")
    const staff = options.staff && keepStaff(options.staff, { storage, host, log, onEnd: onEndOfStaff })
    const groups = relay(writer.send, web.send)
    const complaints = complaintRelay(writer.send, web.send)
    const mayReachWriter = (may: boolean) => {
      groups.writerIsUp(may)
      complaints.writerIsUp(may)
    }
    writable = (may) => {
      mayReachWriter(writerIsUp && may)
      readiness.look()
    }

    // Without its flag, Node's own handler would open a debugger.
    process.on("SIGUSR1", () => undefined)
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0))
    guardMemory(() => {
      log({ process: "web", event: "memory-exceeded" })
      web.restart()
    })
    watchAncestors(options.watch, () => void stop(0))
  })
}
