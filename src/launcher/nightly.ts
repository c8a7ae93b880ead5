/** Starts the nightly transfer as a process of its own, and ends it together with the service. */
import type { ChildProcess } from "node:child_process"
import { setTimeout as delay } from "node:timers/promises"
import type { Log } from "../deployment/log.ts"
import { isNightlyResult, type NightlyResult } from "../deployment/messages.ts"
import { isEvidenceHere, type StorageSettings, storageToEnv } from "../deployment/storage.ts"
import { spawnConfined } from "./child.ts"
import { quiet } from "./confinement.ts"
import { type Clock, custodyTexts, eachNight } from "./night.ts"
import { program } from "./set-up.mjs"

export interface Nightly {
  /** Whether the last transfer failed; `undefined` before one has done anything. */
  readonly hasFailed: () => boolean | undefined
  readonly stop: () => void
}

const scripts = {
  transfer: program("transfer-once"),
  custody: program("custody-once"),
} as const

export interface OneNight {
  readonly transfer: () => Promise<NightlyResult>
  readonly stop: () => void
}

/** Killing the transfer is safe: the next one continues from what it left. */
export const oneNight = (storage: StorageSettings, work: keyof typeof scripts = "transfer"): OneNight => {
  let running: ChildProcess | undefined
  const transfer = () =>
    new Promise<NightlyResult>((resolve) => {
      const args = ["--disable-sigusr1", ...quiet, scripts[work]]
      const child = spawnConfined({ args, env: storageToEnv(storage), talks: "always" })
      let result: NightlyResult = { outcome: "failed", sentence: "it ended before it was done." }
      running = child
      child.on("message", (message) => {
        if (isNightlyResult(message)) result = message
      })
      child.on("error", () => resolve(result))
      child.once("exit", () => resolve(result))
    })
  return { transfer, stop: () => void running?.kill("SIGKILL") }
}

const nothingYet: Promise<NightlyResult> = Promise.resolve({
  outcome: "idle",
  sentence: "there is no evidence store yet.",
})

/** The hour of each kind of work. */
export type NightHours = Readonly<Record<keyof typeof scripts, number | "off">>

export const startNights = (storage: StorageSettings, hours: NightHours, log: Log): Nightly => {
  const stopping = new AbortController()
  const { signal } = stopping
  const clock: Clock = {
    now: Date.now,
    wait: (milliseconds) =>
      delay(milliseconds, undefined, { ref: false, signal }).then(
        () => true,
        () => false,
      ),
  }
  const custody = oneNight(storage, "custody")
  const nights = {
    transfer: oneNight(storage, "transfer"),
    // Before there is an evidence store, no ledger and no review: no process starts only to say so.
    custody: { ...custody, transfer: () => (isEvidenceHere(storage) ? custody.transfer() : nothingYet) },
  }
  const failed = new Map<keyof typeof scripts, boolean>()
  const reporting = (work: keyof typeof scripts) => (outcome: "done" | "failed", sentence: string) => {
    if (signal.aborted) return
    failed.set(work, outcome === "failed")
    log({ process: work, event: `nightly-${work}-${outcome}` })
    if (outcome === "done") console.log(sentence)
    else console.error(sentence)
  }
  // Both change the evidence store, so one waits for the other.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (night: OneNight) => (): Promise<NightlyResult> => {
    const next = last.then(() => night.transfer())
    last = next
    return next
  }
  for (const work of ["transfer", "custody"] as const) {
    const at = hours[work]
    const texts = work === "custody" ? { texts: custodyTexts } : {}
    if (at !== "off") void eachNight({ ...texts, at, clock, transfer: inTurn(nights[work]), report: reporting(work) })
  }
  return {
    hasFailed: () => (failed.size === 0 ? undefined : [...failed.values()].some(Boolean)),
    stop: () => {
      stopping.abort()
      for (const night of Object.values(nights)) night.stop()
    },
  }
}
