/** The nights of a running service: each starts the one process that may transfer, and the last ends with the service. */

import type { ChildProcess } from "node:child_process"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { spawnConfined } from "./child.ts"
import { quiet } from "./confinement.ts"
import { type Clock, eachNight, type NightsWork } from "./night.ts"
import { type Place, placeToEnv, projectRoot } from "./place.ts"

export interface Nightly {
  readonly stop: () => void
}

const isNightsWork = (said: unknown): said is NightsWork =>
  typeof said === "object" && said !== null && "went" in said && "line" in said && typeof said.line === "string"

const script = join(projectRoot, "src", "keeper", "transfer-once.ts")

export interface OneNight {
  readonly work: () => Promise<NightsWork>
  readonly stop: () => void
}

/** Ended where it stands it leaves nothing that the next does not take up. */
export const oneNight = (place: Place): OneNight => {
  let running: ChildProcess | undefined
  const work = () =>
    new Promise<NightsWork>((resolve) => {
      const args = ["--disable-sigusr1", ...quiet, script]
      const child = spawnConfined({ args, env: placeToEnv(place), talks: "always" })
      let said: NightsWork = { went: "badly", line: "it ended before it was done." }
      running = child
      child.on("message", (message) => {
        if (isNightsWork(message)) said = message
      })
      child.on("error", () => resolve(said))
      child.once("exit", () => resolve(said))
    })
  return { work, stop: () => void running?.kill("SIGKILL") }
}

export const startNights = (place: Place, at: number | "off"): Nightly => {
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
  const { work, stop } = oneNight(place)
  const log = (say: (line: string) => void) => (line: string) => {
    if (!signal.aborted) say(line)
  }
  if (at !== "off") void eachNight({ at, clock, work, well: log(console.log), badly: log(console.error) })
  return {
    stop: () => {
      stopping.abort()
      stop()
    },
  }
}
