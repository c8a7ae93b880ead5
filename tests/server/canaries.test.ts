/** D1: no postcode, name, or address that was sent is found in anything that the service has written, in any encoding. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { encodings } from "../../db/residue/encodings.ts"
import { scan } from "../../db/residue/scan.ts"
import type { Found } from "../../db/residue/trace.ts"
import { wordsIn } from "../../db/residue/words.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { type Canary, canaries, ways, wordsOf } from "../support/canaries.ts"
import { carelessness, leakyBuild } from "../support/leaky-build.ts"
import { childrenOf } from "../support/platform.ts"
import { each, kept } from "../support/request.ts"
import { type Asked, type Service, startService } from "../support/service.ts"

const count = Number(process.env["CANARIES"] ?? 1_000)
const seed = Number(process.env["SEED"] ?? 42)
/** As many words are looked for at a time as fit well in memory. */
const atOnce = 4_000
/** Names and addresses go with every one; so many of them are looked for. */
const oneIn = Math.max(1, Math.floor(count / 10_000))

const waysCount = Object.keys(ways).length

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "big-ask-"))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const send = async (service: Service, all: readonly Canary[]): Promise<Map<string, number>> => {
  const agent = kept(32)
  const statuses = new Map<string, number>()
  await each([...all.entries()], 32, async ([index, canary]) => {
    // Every other one is taken in, so that as many postcodes as not have been matched in memory.
    const [way, sendIt] = (index % 2 === 0 ? undefined : Object.entries(ways)[(index >> 1) % waysCount]) ?? [
      "accepted",
      ways["accepted"],
    ]
    if (sendIt === undefined) return
    const { status, text } = await sendIt(service.url, canary, agent)
    statuses.set(way, status)
    const echoed = wordsOf(canary).filter((word) => text.includes(word))
    if (echoed.length > 0) throw new Error(`what was sent ${way} came back`)
  })
  agent.destroy()
  return statuses
}

const sought = (all: readonly Canary[]): readonly string[] =>
  all.flatMap((canary, index) => (index % oneIn === 0 ? wordsOf(canary) : [canary.postcode]))

const search = (service: Service, words: readonly string[]): readonly Found[] =>
  Array.from({ length: Math.ceil(words.length / atOnce) }, (_, batch) => {
    const find = wordsIn(words.slice(batch * atOnce, (batch + 1) * atOnce))
    const said = find(Buffer.from(service.output())).map((trace) => ({ ...trace, file: "the service's output" }))
    return [...scan([service.dataDir], find).found, ...said]
  }).flat()

/** Files that the service's processes hold open, deleted ones too, outside the folders that are theirs. */
const strayFiles = (service: Service): readonly string[] =>
  [service.pid, ...childrenOf(service.pid).map(({ pid }) => pid)].flatMap((pid) =>
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const path = readlinkSync(`/proc/${pid}/fd/${fd}`)
        return /^(\/dev\/|\/proc\/|socket:|pipe:|anon_inode:)/.test(path) ||
          path.startsWith(service.dataDir) ||
          path.startsWith(root)
          ? []
          : [path]
      } catch {
        return []
      }
    }),
  )

const summary = (findings: readonly Found[]) => [
  ...new Set(findings.map(({ file, encoding }) => `${encoding} in ${file}`)),
]

test(`${count} canaries through the real service are found nowhere`, { timeout: 1_800_000 }, async (context) => {
  console.log(`CANARIES=${count} SEED=${seed}`)
  const service = await startService({ dataDir: newFolder() })
  const all = canaries(count, seed)
  const statuses = await send(service, all)
  expect(Object.fromEntries(statuses)).toEqual({
    accepted: 200,
    "in a secure setting": 400,
    "in a wrong answer": 400,
    "in a wrong key": 400,
    "in an address": 200,
    "in a procedure's name": 404,
    "in a page": 303,
    "in no JSON at all": 400,
  })
  expect(readdirSync(service.dataDir)).toEqual(
    expect.arrayContaining(["collection.sqlite", "collection.sqlite-wal", "keys"]),
  )
  expect(summary(search(service, sought(all))), "while it runs, with its write-ahead log").toEqual([])
  if (process.platform === "linux") expect(strayFiles(service)).toEqual([])
  else context.annotate("Only Linux says which files a process has open: not looked at here.")
  await service.stop()
  expect(summary(search(service, sought(all))), "after it has ended").toEqual([])
})

describe("the search finds", () => {
  const few = canaries(50, seed)

  test.each(Object.keys(encodings))("a word in %s, alone or in the middle of something", (name) => {
    const folder = newFolder()
    const encode = Object.entries(encodings).find(([each]) => each === name)?.[1]
    for (const word of few.flatMap(wordsOf)) {
      const parts = encode?.(word) ?? []
      expect(parts.length).toBeGreaterThan(0)
      parts.forEach((part, index) => {
        const file = join(folder, `${index}`)
        writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0x00, index]), part, Buffer.from([0x80])]))
        const found = scan([folder], wordsIn([word])).found
        expect(found.map((each) => each.file)).toContain(file)
        rmSync(file)
      })
    }
  })

  test("a postcode that was written without its space, in small letters, and in base64 beginning anywhere", () => {
    const folder = newFolder()
    const { postcode } = few[0] ?? { postcode: "" }
    const compact = postcode.replace(" ", "").toLowerCase()
    for (const before of ["", "a", "ab", "abc"]) {
      writeFileSync(join(folder, "note"), Buffer.from(`${before}${compact}, home`).toString("base64"))
      expect(scan([folder], wordsIn([postcode])).found).not.toEqual([])
    }
    writeFileSync(join(folder, "note"), "nothing at all")
    expect(scan([folder], wordsIn([postcode])).found).toEqual([])
  })
})

describe("a careless build", () => {
  const all = canaries(80, seed + 1)
  const careless = async (
    changes: Parameters<typeof leakyBuild>[2],
    words = sought(all),
  ): Promise<readonly Found[]> => {
    const script = leakyBuild(join(root, ".output"), newFolder(), changes)
    const asked: Asked = {
      dataDir: newFolder(),
      launcher: join(import.meta.dirname, "..", "support", "launch-stated.ts"),
      env: { WEB_SCRIPT: script },
    }
    const service = await startService(asked)
    const statuses = await send(service, all)
    expect(statuses.get("accepted")).toBe(200)
    const found = search(service, words)
    await service.stop()
    return found
  }

  test("that keeps the postcode beside the answers is caught", { timeout: 60_000 }, async () => {
    const postcodes = all.map(({ postcode }) => postcode)
    expect((await careless(carelessness.keepsThePostcode, postcodes)).length).toBeGreaterThan(10)
  })

  test("that forgets to seal is caught", { timeout: 60_000 }, async () => {
    const names = all.map(({ name }) => name)
    expect((await careless(carelessness.forgetsToSeal, names)).length).toBeGreaterThan(10)
  })

  test("that prints what it is sent is not heard: the launcher passes nothing on once the site is open", async () => {
    expect(summary(await careless(carelessness.talks))).toEqual([])
  })
})
