/** A command can hold the private keys: with it everything goes as with the folder, and where it fails that is said, and nothing is lost. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { keepDayKeys, privateKeyFile } from "../../db/keys/day-keys.ts"
import { type KeyCommandFailed, keysByCommand, privateKeysOf } from "../../db/keys/key-command.ts"
import { keepPair } from "../../db/keys/key-pair.ts"
import { privateKeyFolder } from "../../db/keys/private-keys.ts"
import { transfer } from "../../db/transfer/transfer.ts"
import { readDeployment } from "../../policy/deployment.ts"
import { appConfig } from "../../src/launcher/config.ts"
import { placeFromEnv, placeToEnv } from "../../src/launcher/place.ts"
import { newFolder, opened } from "../support/store.ts"
import { append, backedUp, leftIn, matchedSamples, ready, received } from "../support/transfer.ts"

const script = join(import.meta.dirname, "..", "support", "key-command.mjs")
const day = "2026-03-02"
const tags = ["web-server-emptied-at-close" as const]

const vault = (folder: string, harm = "none") => [process.execPath, script, folder, harm] as const

const failed = (work: () => unknown): KeyCommandFailed => {
  try {
    work()
  } catch (error) {
    return error as KeyCommandFailed
  }
  throw new Error("it did not fail")
}

/** A day's answers, sealed to a key that the vault holds. */
const withAnswers = async (folder: string) => {
  const place = await ready("sqlite", {})
  const keys = keysByCommand(vault(folder))
  const publicKey = await keepPair(keys, place.dataDir, day)
  await append(await opened(place.collection), matchedSamples(20, 1), day, publicKey)
  return place
}

const moved = (place: Awaited<ReturnType<typeof withAnswers>>, command: readonly string[], timeout?: number) =>
  Effect.gen(function* () {
    const collection = yield* openCollection(place.collection, "rehearsal")
    const evidence = yield* openEvidence({ source: place.evidence, mode: "rehearsal" })
    const { dataDir } = place
    const keys = keysByCommand(command, timeout)
    return yield* transfer({ collection, evidence, mode: "rehearsal", dataDir, keys, passed: () => Effect.void })
  }).pipe(Effect.scoped)

test("keys are made, read, never replaced, listed and destroyed", () => {
  const folder = newFolder()
  const keys = keysByCommand(vault(folder))
  const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  expect(keys.read(day)).toBeUndefined()
  expect(keys.keep(day, one)).toEqual(one)
  expect(keys.keep(day, other)).toEqual(one)
  keys.keep("retention", other)
  expect(keys.days()).toEqual([day])
  keys.destroy(day)
  keys.destroy(day)
  expect([keys.read(day), keys.read("retention")]).toEqual([undefined, other])
})

test("answers are transferred with keys that no folder of ours ever held", { tags }, async () => {
  const folder = newFolder()
  const place = await withAnswers(folder)
  expect(await Effect.runPromise(moved(place, vault(folder)))).toEqual({ finished: [day], refused: [] })
  expect([await leftIn(place), (await received(place)).length]).toEqual([0, 20])
  expect(existsSync(privateKeyFolder(place.dataDir))).toBe(false)
  expect(readdirSync(folder)).toEqual(["retention"])
  expect(await backedUp(place, [day]), "not without the vault").toEqual([])
})

test("nothing it is given or says passes a shell", () => {
  const folder = newFolder()
  const odd = join(folder, "a; touch x $(touch y) 'z'")
  mkdirSync(odd)
  const keys = keysByCommand(vault(odd))
  keys.keep("2026-03-02; touch b", new Uint8Array(32))
  expect(readdirSync(odd)).toEqual(["2026-03-02; touch b"])
  expect(readdirSync(folder)).toEqual(["a; touch x $(touch y) 'z'"])
})

test("what goes wrong is named, and holds nothing that the command said", () => {
  const folder = newFolder()
  keysByCommand(vault(folder)).keep(day, new Uint8Array(32).fill(5))
  const [keep, open, destroy] = ["keep", "open", "destroy"] as const
  const told = (harm: string, action: "keep" | "open" | "destroy" | "list", timeout?: number) => {
    const keys = keysByCommand(vault(folder, harm), timeout)
    const all = {
      keep: () => keys.keep("2026-03-09", new Uint8Array(32)),
      open: () => keys.read(day),
      destroy: () => keys.destroy(day),
      list: () => keys.days(),
    }
    const error = failed(all[action])
    expect(error).toMatchObject({ _tag: "KeyCommandFailed" })
    expect(error.message).not.toMatch(/abab|0505|secret|what\?/)
    return error.because
  }
  for (const action of [keep, open, destroy, "list"] as const) expect(told(action, action)).toBe("it ended with code 7")
  expect(told("slow", open, 300)).toBe("it took too long")
  expect(told("talks", open)).toBe("it did not say a key")
  expect(told("forgets", keep)).toBe("it does not hold it now")
  expect(told("clings", destroy)).toBe("it still holds it")
  expect(failed(() => keysByCommand(["/no/such/program"]).read(day)).because).toContain("could not be started")
})

test("while it fails nothing is moved and no key is made anew, and when it answers all goes on", { tags }, async () => {
  const folder = newFolder()
  const place = await withAnswers(folder)
  for (const [harm, timeout] of [
    ["always", undefined],
    ["slow", 500],
    ["list", undefined],
  ] as const) {
    const refused = await Effect.runPromise(Effect.flip(moved(place, vault(folder, harm), timeout)))
    expect(refused, harm).toMatchObject({ _tag: "KeyCommandFailed" })
    expect([await leftIn(place), (await received(place)).length], harm).toEqual([20, 0])
  }
  const clings = await Effect.runPromise(Effect.flip(moved(place, vault(folder, "clings"))))
  expect(clings).toMatchObject({ _tag: "KeyCommandFailed", action: "destroy" })
  expect(await Effect.runPromise(moved(place, vault(folder)))).toEqual({ finished: [day], refused: [] })
  expect(existsSync(join(folder, day))).toBe(false)
})

test("a key that was shown and is lost is told ahead of its day, and no other is made in its place", async () => {
  const dataDir = newFolder()
  const today = dayOf(Date.now())
  await keepDayKeys(dataDir, today)
  for (const ahead of [0, 1, 7]) {
    const lost = daysAfter(today, ahead)
    const held = readFileSync(privateKeyFile(dataDir, lost))
    rmSync(privateKeyFile(dataDir, lost))
    await expect(keepDayKeys(dataDir, today)).rejects.toMatchObject({ _tag: "KeyLost", key: lost })
    expect(existsSync(privateKeyFile(dataDir, lost))).toBe(false)
    writeFileSync(privateKeyFile(dataDir, lost), held, { mode: 0o600 })
  }
  await keepDayKeys(dataDir, today)
})

test("it is a setting, as a list of words or a program alone, and the environment's counts", async () => {
  const keyCommand = ["vault-keys", "--for", "the big ask"] as const
  await Effect.runPromise(readDeployment({ ...appConfig, keyCommand }))
  await expect(Effect.runPromise(readDeployment({ ...appConfig, keyCommand: [] }))).rejects.toThrow()
  expect(placeFromEnv({}, { keyCommand }).keyCommand).toEqual(keyCommand)
  expect(placeFromEnv({ KEY_COMMAND: '["a b","c"]' }, { keyCommand }).keyCommand).toEqual(["a b", "c"])
  expect(placeFromEnv({ KEY_COMMAND: "/opt/a vault" }).keyCommand).toEqual(["/opt/a vault"])
  expect(placeFromEnv({}).keyCommand).toBeUndefined()
  const place = placeFromEnv({}, { keyCommand, dataDir: newFolder() })
  expect(placeFromEnv(placeToEnv(place))).toEqual(place)
  expect(privateKeysOf(placeFromEnv({ DATA_DIR: place.dataDir })).days()).toEqual([])
})
