/** Interrupts a transfer at every step: each response arrives exactly once, and no key is destroyed before its day has arrived. */
import { spawnSync } from "node:child_process"
import { existsSync, writeFileSync } from "node:fs"
import { Effect, Exit } from "effect"
import { describe, expect, test } from "vitest"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { type Step, steps } from "../../db/transfer/progress.ts"
import { random } from "../../surveys/sampling/random.ts"
import { builtLauncher } from "../support/programs.ts"
import { type Engine, engines } from "../support/store.ts"
import {
  backedUp,
  certificates,
  done,
  leftIn,
  matchedSamples,
  type Ready,
  ready,
  received,
  transferring,
} from "../support/transfer.ts"

/** Without the step of abandoning. */
const usual = steps.filter((kind) => kind !== "given-up")

const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)
const full = process.env["FULL"] !== undefined
/** Sixty rounds of six cuts on a busy machine. */
const timeout = full ? 1_200_000 : 60_000
const days = ["2026-03-02", "2026-03-03"]
const batchSize = 4
const tags = ["web-server-emptied-at-close" as const]

const place = async (engine: Engine): Promise<Ready> => {
  const samples = matchedSamples(22, 5)
  return ready(engine, { [days[0] ?? ""]: samples.slice(0, 13), [days[1] ?? ""]: samples.slice(13) })
}

/** Rows that have not arrived can still be opened, and removed rows are also in a sealed file. */
const keysAreKept = async (here: Ready, what: string) => {
  const certified = new Set((await certificates(here)).map(({ of }) => of))
  const [left, arrived] = [await leftIn(here), (await received(here)).length]
  expect(left + arrived, what).toBeGreaterThanOrEqual(here.sent.length)
  expect(left + (await backedUp(here, days)).length, `${what}, backed up`).toBeGreaterThanOrEqual(here.sent.length)
  for (const day of days)
    if (!existsSync(privateKeyFile(here.dataDir, day)))
      expect((await received(here)).filter((each) => each.includes(day)).length, what).toBe(
        here.sent.filter((each) => each.includes(day)).length,
      )
  return certified
}

const isWhole = async (here: Ready, what: string) => {
  expect(await received(here), what).toEqual(here.sent)
  expect(await backedUp(here, days), `${what}, backed up`).toEqual(here.sent)
  expect(await leftIn(here), what).toBe(0)
  expect(await certificates(here), what).toMatchObject([
    { of: days[0], responses: 13 },
    { of: days[1], responses: 9 },
  ])
  for (const day of days) expect(existsSync(privateKeyFile(here.dataDir, day)), what).toBe(false)
}

describe.each(engines)("on %s", { tags }, (engine) => {
  // Each round on PostgreSQL makes two databases: there every other step is cut off, unless the sizes are full.
  const cutOff = usual.filter((_, at) => engine === "sqlite" || full || at % 2 === 0)

  test("an interruption after each step loses no response", { timeout: 3 * timeout }, async () => {
    const cut = new Set<string>()
    for (const kind of cutOff)
      for (const nth of full && engine === "sqlite" ? [1, 2] : [1]) {
        const here = await place(engine)
        for (const again of [true, true, false]) {
          let seen = 0
          const progress = (step: Step) =>
            step.kind === kind && ++seen === nth && again
              ? Effect.sync(() => cut.add(kind)).pipe(Effect.andThen(Effect.die("cut")))
              : Effect.void
          const exit = await Effect.runPromiseExit(transferring(here, progress, undefined, batchSize))
          if (again && Exit.isFailure(exit)) await keysAreKept(here, `${kind} ${nth}`)
        }
        await isWhole(here, `${kind} ${nth}`)
      }
    expect([...cut].sort()).toEqual([...cutOff].sort())
  })

  test(`random interruptions lose no response (SEED=${seed})`, { timeout }, async () => {
    const chance = random(seed, "cuts")
    for (let round = 0; round < (full ? 60 : engine === "sqlite" ? 2 : 1); round++) {
      const here = await place(engine)
      for (let cuts = 0; cuts < 6; cuts++) {
        let left = 1 + chance.below(40)
        const progress = () => Effect.suspend(() => (--left === 0 ? Effect.die("cut") : Effect.void))
        await Effect.runPromiseExit(transferring(here, progress, undefined, batchSize))
        await keysAreKept(here, `round ${round}, cut ${cuts}`)
      }
      await done(here, undefined, undefined, batchSize)
      await isWhole(here, `round ${round}`)
    }
  })

  test(`killing the process at random loses no response (SEED=${seed})`, { timeout }, async () => {
    const chance = random(seed, "kills")
    const script = builtLauncher("transfer-killed")
    let killed = 0
    const here = await place(engine)
    for (let round = 0; round < (full ? 30 : 2); round++) {
      const told = JSON.stringify({
        ...here,
        sent: undefined,
        publicKeys: undefined,
        batchSize,
        dieAt: 1 + chance.below(12),
      })
      const { signal } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", script, told])
      if (signal === "SIGKILL") killed++
      await keysAreKept(here, `kill ${round}`)
    }
    expect(killed).toBeGreaterThan(0)
    await done(here, undefined, undefined, batchSize)
    await isWhole(here, "after kills")
  })
})

test("a transfer interrupted while it overwrites the key continues without reading the key", { tags }, async () => {
  const here = await place("sqlite")
  const half = ({ kind, day }: Step) =>
    kind === "emptied"
      ? Effect.sync(() => writeFileSync(privateKeyFile(here.dataDir, day), new Uint8Array(32).fill(7))).pipe(
          Effect.andThen(Effect.die("cut")),
        )
      : Effect.void
  await Effect.runPromiseExit(transferring(here, half))
  await done(here)
  await isWhole(here, "half a key")
})
