/** Nothing is sealed to a key that is gone: the keeper withdraws the day within a minute, and hands it out again when the key is back. */

import { fork } from "node:child_process"
import { renameSync } from "node:fs"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { complaintKeyId } from "../../db/complaints/complaint-key.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import type { Keys } from "../../src/deployment/messages.ts"
import { keyWatch } from "../../src/keeper/key-watch.ts"
import { started } from "../support/platform.ts"
import { builtProgram } from "../support/programs.ts"
import { newFolder } from "../support/store.ts"

const days = ["2026-11-22", "2026-11-23"]
const handedOut: Keys = {
  kind: "keys",
  publicKeys: Object.fromEntries(days.map((day) => [day, new Uint8Array(32)])),
  pageKeys: {},
}

test("a day whose private key is gone is withdrawn once, with a sentence, and comes back with its key", () => {
  const watch = keyWatch()
  const look = (stored: readonly string[]) => watch.look({ days: stored, ofComplaints: false })
  expect(look([])).toBeUndefined()
  watch.handedOut(handedOut)
  expect(look(["2026-11-21", ...days])).toBeUndefined()
  const found = look(days.slice(1))
  expect(Object.keys(found?.keys.publicKeys ?? {})).toEqual(days.slice(1))
  expect(found?.troubles.map(({ message }) => message)).toEqual([
    expect.stringContaining("2026-11-22 is gone. Answers of that day are refused"),
  ])
  expect(look(days.slice(1)), "reported once").toBeUndefined()
  expect(look(days)).toEqual({ keys: handedOut, troubles: [] })
  expect(look(days)).toBeUndefined()
})

test("the form for complaints stops, and nothing else, while their private key is gone", {
  tags: ["privacy-information-first"],
}, () => {
  const watch = keyWatch()
  const all: Keys = { ...handedOut, complaintKey: new Uint8Array(32) }
  watch.handedOut(all)
  expect(watch.look({ days, ofComplaints: true })).toBeUndefined()
  const found = watch.look({ days, ofComplaints: false })
  expect(found?.keys).toEqual(handedOut)
  expect(found?.troubles.map(({ message }) => message)).toEqual([
    expect.stringContaining("No complaint is taken, and none can be opened, until it is back"),
  ])
  expect(watch.look({ days, ofComplaints: false }), "reported once").toBeUndefined()
  expect(watch.look({ days, ofComplaints: true })).toEqual({ keys: all, troubles: [] })
})

const skip = process.env["FULL"] !== "1"

test("a running platform says within a minute that today's key is gone", { skip, timeout: 120_000 }, async () => {
  const dataDir = newFolder()
  const platform = await started({ dataDir })
  const key = privateKeyFile(dataDir, dayOf(Date.now()))
  renameSync(key, `${key}.elsewhere`)
  const ofComplaints = privateKeyFile(dataDir, complaintKeyId)
  renameSync(ofComplaints, `${ofComplaints}.elsewhere`)
  await delay(62_000)
  process.kill(platform.pid, "SIGTERM")
  const { error } = await platform.ended
  expect(error).toContain("is gone. Answers of that day are refused")
  expect(error).toContain("The private key of complaints is gone")
})

test("a keeper that tries again for half a minute without a key reports that once", {
  skip,
  timeout: 120_000,
}, async () => {
  const dataDir = newFolder()
  const first = await started({ dataDir })
  process.kill(first.pid, "SIGTERM")
  await first.ended
  const key = privateKeyFile(dataDir, dayOf(Date.now()))
  const env = { MODE: "rehearsal", DATA_DIR: dataDir }
  renameSync(key, `${key}.elsewhere`)
  const keeper = fork(builtProgram("keeper"), { env, serialization: "advanced" })
  const heard: unknown[] = []
  keeper.on("message", (message) => heard.push(message))
  await delay(25_000)
  keeper.kill("SIGKILL")
  expect(heard.filter((message) => JSON.stringify(message).includes('"process-failed"'))).toHaveLength(1)
})
