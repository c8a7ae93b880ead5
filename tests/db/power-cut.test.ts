/** R2: after a power cut every acknowledged response is on the disk; without sync the same harness detects the loss. */
import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { nonceOf } from "../support/arrival.ts"
import { type Disk, newDisk } from "../support/disk.ts"
import { rawly } from "../support/store.ts"

const rounds = Number(process.env["POWER_CUTS"] ?? 1)
const script = join(import.meta.dirname, "..", "support", "power-cut-writer.ts")

/** Responses acknowledged before each cut; twenty rounds make a hundred thousand. */
const enough = 5_000

interface Cut {
  readonly acknowledged: number
  readonly lost: number
}

const cut = async (disk: Disk, name: string, pragmas: readonly string[]): Promise<Cut> => {
  const file = join(disk.folder, name)
  const writer = spawn(process.execPath, [script, file, ...pragmas], { stdio: ["ignore", "pipe", "ignore"] })
  const ended = new Promise((resolve) => writer.once("close", resolve))
  let said = ""
  writer.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const soFar = () => Number(said.split("\n").at(-2) ?? 0)
  while (soFar() < enough) await delay(10)
  await delay(Math.random() * 500)
  // A group that is acknowledged while the cut is under way counts for nothing: ext4 shuts down in steps, and an fsync
  // that is in flight meanwhile can return success for a transaction that was dropped. A real cut has no such moment.
  const acknowledged = soFar()
  disk.cutPower()
  await ended
  disk.powerUp()
  const { db } = rawly({ dialect: "sqlite", file })
  const rows = await db.selectFrom("response").select("nonce").execute()
  const held = new Set(rows.map(({ nonce }) => Buffer.from(nonce).toString("hex")))
  await db.destroy()
  for (const part of ["", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true })
  const lost = Array.from({ length: acknowledged }, (_, id) => nonceOf(`${id}`)).filter(
    (nonce) => !held.has(Buffer.from(nonce).toString("hex")),
  ).length
  return { acknowledged, lost }
}

test(`R2: ${rounds} power cuts`, { timeout: 120_000 + rounds * 60_000 }, async ({ annotate, skip }) => {
  const disk = newDisk(1024)
  if (disk === undefined) {
    console.log("R2 was skipped: a power cut needs Linux, root, loop mounts, mkfs.ext4 and perl.")
    return skip("needs Linux, root, loop mounts, mkfs.ext4 and perl")
  }
  const total = { full: { acknowledged: 0, lost: 0 }, normal: { acknowledged: 0, lost: 0 } }
  const cutOnce = async (kind: "full" | "normal", name: string, ...pragmas: string[]) => {
    const { acknowledged, lost } = await cut(disk, `${name}-${kind}.sqlite`, pragmas)
    total[kind].acknowledged += acknowledged
    total[kind].lost += lost
  }
  for (let round = 0; round < rounds; round++) {
    await cutOnce("full", `${round}`)
    await cutOnce("normal", `${round}`, "synchronous = 1")
  }
  // A cut soon after a checkpoint, which syncs, loses nothing; the harness tries again without checkpoints.
  for (let more = 0; more < 3 && total.normal.lost === 0; more++)
    await cutOnce("normal", `more-${more}`, "synchronous = 1", "wal_autocheckpoint = 0")
  await annotate(
    `FULL lost ${total.full.lost} of ${total.full.acknowledged}, NORMAL lost ${total.normal.lost} of ${total.normal.acknowledged}`,
  )
  expect(total.full.acknowledged).toBeGreaterThanOrEqual(rounds * enough)
  expect(total.full.lost).toBe(0)
  expect(total.normal.lost, "the harness finds nothing, and so shows nothing").toBeGreaterThan(0)
})
