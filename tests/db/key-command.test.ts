/** Holds the private keys in a command, with the same results as in a folder; a failure is named and loses nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { keysByCommand, privateKeysOf } from "../../db/keys/key-command.ts"
import { keepPair } from "../../db/keys/key-pair.ts"
import type { CannotReachKey } from "../../db/keys/key-trouble.ts"
import { privateKeyFolder } from "../../db/keys/private-keys.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { readDeployment } from "../../policy/deployment/deployment.ts"
import { readEnvironment } from "../../src/deployment/environment.ts"
import { appConfig } from "../../src/deployment/settings.ts"
import { storageFrom, storageFromEnv, storageToEnv } from "../../src/deployment/storage.ts"
import { dayKeys } from "../support/day-keys.ts"
import { newFolder, opened } from "../support/store.ts"
import { stubbed } from "../support/stub-detector.ts"
import { append, backedUp, leftIn, matchedSamples, ready, received } from "../support/transfer.ts"

const script = join(import.meta.dirname, "..", "support", "key-command.mjs")
const day = "2026-03-02"
const tags = ["web-server-emptied-at-close" as const]

const vault = (folder: string, harm = "none") => [process.execPath, script, folder, harm] as const

const run = Effect.runSync
const failed = (work: Effect.Effect<unknown, CannotReachKey>) => {
  const error = Effect.runSync(Effect.flip(work))
  if (error._tag !== "KeyCommandFailed") throw error
  return error
}

/** Seals a day's answers to a key in the vault. */
const withAnswers = async (folder: string) => {
  const storage = await ready("sqlite", {})
  const keys = keysByCommand(vault(folder))
  const publicKey = await Effect.runPromise(keepPair(keys, storage.dataDir, day))
  await append(await opened(storage.collection), matchedSamples(20, 1), day, publicKey)
  return storage
}

const moved = (storage: Awaited<ReturnType<typeof withAnswers>>, command: readonly string[], timeout?: number) =>
  Effect.gen(function* () {
    const collection = yield* openCollection(storage.collection, "rehearsal")
    const evidence = yield* openEvidence({ source: storage.evidence, mode: "rehearsal" })
    const { dataDir } = storage
    const keys = keysByCommand(command, timeout)
    return yield* transfer({
      collection,
      evidence,
      mode: "rehearsal",
      dataDir,
      keys,
      progress: () => Effect.void,
      detector: stubbed,
    })
  }).pipe(Effect.scoped)

test("the command makes, reads, lists and destroys keys, and never replaces one", () => {
  const folder = newFolder()
  const keys = keysByCommand(vault(folder))
  const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  expect(run(keys.read(day))).toBeUndefined()
  expect(run(keys.keep(day, one))).toEqual(one)
  expect(run(keys.keep(day, other))).toEqual(one)
  run(keys.keep("retention", other))
  expect(run(keys.days)).toEqual([day])
  run(keys.destroy(day))
  run(keys.destroy(day))
  expect([run(keys.read(day)), run(keys.read("retention"))]).toEqual([undefined, other])
})

test("answers are transferred with keys that were never in a folder of ours", { tags }, async () => {
  const folder = newFolder()
  const storage = await withAnswers(folder)
  expect(await Effect.runPromise(moved(storage, vault(folder)))).toEqual({ finished: [day], refused: [] })
  expect([await leftIn(storage), (await received(storage)).length]).toEqual([0, 20])
  expect(existsSync(privateKeyFolder(storage.dataDir))).toBe(false)
  expect(readdirSync(folder)).toEqual([`retention-${day}`])
  expect(await backedUp(storage, [day]), "without the vault").toEqual([])
})

test("no input or output of the command passes a shell", () => {
  const folder = newFolder()
  const odd = join(folder, "a; touch x $(touch y) 'z'")
  mkdirSync(odd)
  const keys = keysByCommand(vault(odd))
  run(keys.keep("2026-03-02; touch b", new Uint8Array(32)))
  expect(readdirSync(odd)).toEqual(["2026-03-02; touch b"])
  expect(readdirSync(folder)).toEqual(["a; touch x $(touch y) 'z'"])
})

test("each failure is named, without any output of the command", () => {
  const folder = newFolder()
  run(keysByCommand(vault(folder)).keep(day, new Uint8Array(32).fill(5)))
  const [keep, open, destroy] = ["keep", "open", "destroy"] as const
  const told = (harm: string, action: "keep" | "open" | "destroy" | "list", timeout?: number) => {
    const keys = keysByCommand(vault(folder, harm), timeout)
    const all = {
      keep: keys.keep("2026-03-09", new Uint8Array(32)),
      open: keys.read(day),
      destroy: keys.destroy(day),
      list: keys.days,
    }
    const error = failed(all[action])
    expect(error).toMatchObject({ _tag: "KeyCommandFailed" })
    expect(error.message).not.toMatch(/abab|0505|secret|what\?/)
    return error.because
  }
  for (const action of [keep, open, destroy, "list"] as const)
    expect(told(action, action)).toBe("it ended with exit code 7")
  expect(told("slow", open, 300)).toBe("timeout, it did not answer in time")
  expect(told("talks", open)).toBe("its answer is not a key")
  expect(told("forgets", keep)).toBe("it does not have the key now")
  expect(told("clings", destroy)).toBe("it still has the key")
  expect(failed(keysByCommand(["/no/such/program"]).read(day)).because).toContain("could not be started")
})

test("a failing command moves nothing and makes no new key, and the transfer continues once it answers", {
  tags,
}, async () => {
  const folder = newFolder()
  const storage = await withAnswers(folder)
  for (const [harm, timeout] of [
    ["always", undefined],
    ["slow", 500],
    ["list", undefined],
  ] as const) {
    const refused = await Effect.runPromise(Effect.flip(moved(storage, vault(folder, harm), timeout)))
    expect(refused, harm).toMatchObject({ _tag: "KeyCommandFailed" })
    expect([await leftIn(storage), (await received(storage)).length], harm).toEqual([20, 0])
  }
  const clings = await Effect.runPromise(Effect.flip(moved(storage, vault(folder, "clings"))))
  expect(clings).toMatchObject({ _tag: "KeyCommandFailed", action: "destroy" })
  expect(await Effect.runPromise(moved(storage, vault(folder)))).toEqual({ finished: [day], refused: [] })
  expect(existsSync(join(folder, day))).toBe(false)
})

test("a lost key is reported before its day, and not replaced", async () => {
  const dataDir = newFolder()
  const today = dayOf(Date.now())
  await dayKeys(dataDir, today)
  for (const ahead of [0, 1, 7]) {
    const lost = daysAfter(today, ahead)
    const held = readFileSync(privateKeyFile(dataDir, lost))
    rmSync(privateKeyFile(dataDir, lost))
    await expect(dayKeys(dataDir, today)).rejects.toMatchObject({ _tag: "KeyLost", key: lost })
    expect(existsSync(privateKeyFile(dataDir, lost))).toBe(false)
    writeFileSync(privateKeyFile(dataDir, lost), held, { mode: 0o600 })
  }
  await dayKeys(dataDir, today)
})

test("the command is a setting, as a list or a single program, and the environment has priority", async () => {
  const keyCommand = ["vault-keys", "--for", "the big ask"] as const
  await Effect.runPromise(readDeployment({ ...appConfig, keyCommand }))
  await expect(Effect.runPromise(readDeployment({ ...appConfig, keyCommand: [] }))).rejects.toThrow()
  expect(storageFrom({}, { keyCommand }).keyCommand).toEqual(keyCommand)
  const variables = Result.getOrThrow(readEnvironment({ KEY_COMMAND: '["a b","c"]' }))
  expect(storageFrom(variables, { keyCommand }).keyCommand).toEqual(["a b", "c"])
  expect(storageFromEnv({ KEY_COMMAND: "/opt/a vault" }).keyCommand).toEqual(["/opt/a vault"])
  expect(storageFromEnv({}).keyCommand).toBeUndefined()
  const storage = storageFrom({}, { keyCommand, dataDir: newFolder() })
  expect(storageFromEnv(storageToEnv(storage))).toEqual(storage)
  expect(run(privateKeysOf(storageFromEnv({ DATA_DIR: storage.dataDir })).days)).toEqual([])
})
