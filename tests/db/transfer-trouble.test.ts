/** Transfers with a full disk and with a clock that is set back: no answer is lost, and no key is destroyed too early. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test, vi } from "vitest"
import { privateKeyFile } from "../../db/keys/day-keys.ts"
import { newDisk } from "../support/disk.ts"
import { atEnd } from "../support/store.ts"
import { done, leftIn, matchedSamples, type Ready, ready, received } from "../support/transfer.ts"

const [first, second] = ["2026-03-02", "2026-03-03"]
const tags = ["web-server-emptied-at-close" as const]
const hasKey = ({ dataDir }: Ready, day: string) => existsSync(privateKeyFile(dataDir, day))

const fill = (filler: string): void => {
  for (let size = 2 ** 20; size >= 1024; size /= 2)
    try {
      for (;;) writeFileSync(filler, new Uint8Array(size), { flag: "a" })
    } catch {
      // Full for a block of this size; a smaller one may still fit.
    }
}

/** The part that is on the full disk. */
const onFullDisk = {
  "the evidence store": (place: Ready, folder: string): Ready => ({
    ...place,
    evidence: { dialect: "sqlite", file: join(folder, "evidence.sqlite") },
  }),
  "keys and sealed files": (place: Ready, folder: string): Ready => {
    const dataDir = join(folder, "data")
    mkdirSync(dataDir, { mode: 0o700 })
    cpSync(place.dataDir, dataDir, { recursive: true })
    return { ...place, dataDir }
  },
}

test.for(Object.entries(onFullDisk))(
  "a transfer with a full disk for %s loses nothing, and continues with more space",
  { tags, timeout: 120_000 },
  async ([, layOn], { skip }) => {
    const disk = newDisk(12)
    if (disk === undefined) {
      console.log("A transfer onto a full disk was skipped: it needs Linux, root and loop mounts.")
      return skip("needs Linux, root and loop mounts")
    }
    const place = layOn(await ready("sqlite", { [first]: matchedSamples(300, 5) }), disk.folder)
    const filler = join(disk.folder, "filler")
    fill(filler)
    await expect(done(place)).rejects.toMatchObject({ _tag: "StoreUnavailable", failure: "disk-full" })
    expect(hasKey(place, first)).toBe(true)
    expect(await leftIn(place)).toBe(300)
    rmSync(filler)
    expect(await done(place)).toEqual({ finished: [first], refused: [] })
    expect(await received(place)).toEqual(place.sent)
    expect(await leftIn(place)).toBe(0)
    expect(hasKey(place, first)).toBe(false)
  },
)

test("a clock set back before the sealed days, or to the hour after midnight, finishes no day too early", {
  tags,
}, async () => {
  const place = await ready("sqlite", { [first]: matchedSamples(20, 6), [second]: matchedSamples(20, 7) })
  vi.useFakeTimers({ toFake: ["Date"] })
  atEnd(() => vi.useRealTimers())
  vi.setSystemTime("2026-03-01T12:00:00Z")
  expect(await done(place, undefined, "today")).toEqual({ finished: [], refused: [] })
  expect(await leftIn(place)).toBe(40)
  expect([first, second].map((day) => hasKey(place, day))).toEqual([true, true])
  vi.setSystemTime("2026-03-04T00:30:00Z")
  expect((await done(place)).finished).toEqual([first])
  expect(hasKey(place, second)).toBe(true)
  vi.setSystemTime("2026-03-02T12:00:00Z")
  expect((await done(place)).finished).toEqual([])
  vi.setSystemTime("2026-03-04T01:30:00Z")
  expect((await done(place)).finished).toEqual([second])
  expect(await received(place)).toEqual(place.sent)
})
