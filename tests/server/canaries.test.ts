/** D1: no postcode, name, or address that was sent is found in anything that the service has written, in any encoding. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { encodings } from "../../db/residue/encodings.ts"
import type { FileFinding } from "../../db/residue/finding.ts"
import { wordsIn } from "../../db/residue/planted-words.ts"
import { scanWith } from "../../db/residue/scan.ts"
import { jobsWith } from "../../db/residue/threads.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { type Canary, canaries, ways, wordsOf } from "../support/canaries.ts"
import { carelessness, leakyBuild } from "../support/leaky-build.ts"
import { behindProxy } from "../support/networks.ts"
import { childrenOf } from "../support/platform.ts"
import { each, kept } from "../support/request.ts"
import { type Asked, type Service, startService } from "../support/service.ts"

const count = Number(process.env["CANARIES"] ?? 1_000)
const seed = Number(process.env["SEED"] ?? 42)
/** As many words are looked for at a time as fit well in memory. */
const atOnce = 4_000
/** The number of names and addresses to look for; each submission has one. */
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

const scanFor = async (folder: string, words: readonly string[]): Promise<readonly FileFinding[]> => {
  const find = wordsIn(words)
  const search = { everything: find, pages: find, sealed: find }
  return (await scanWith({ paths: [folder] }, () => jobsWith(search))).found
}

const search = async (service: Service, words: readonly string[]): Promise<readonly FileFinding[]> => {
  const found: FileFinding[] = []
  for (let at = 0; at < words.length; at += atOnce) {
    const some = words.slice(at, at + atOnce)
    const said = wordsIn(some)(Buffer.from(service.output()))
    found.push(
      ...(await scanFor(service.dataDir, some)),
      ...said.map((each) => ({ ...each, file: "the service's output" })),
    )
  }
  return found
}

/** Files that the service's processes hold open, deleted ones and files in memory too, outside the folders that are theirs. */
const strayFiles = (service: Service): readonly string[] =>
  [service.pid, ...childrenOf(service.pid).map(({ pid }) => pid)].flatMap((pid) =>
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const path = readlinkSync(`/proc/${pid}/fd/${fd}`)
        return /^(\/dev\/(?!shm\/)|\/proc\/|socket:|pipe:|anon_inode:)/.test(path) ||
          path.startsWith(service.dataDir) ||
          path.startsWith(root)
          ? []
          : [path]
      } catch {
        return []
      }
    }),
  )

const summary = (findings: readonly FileFinding[]) => [
  ...new Set(findings.map(({ file, encoding }) => `${encoding} in ${file}`)),
]

test(`${count} canaries through the real service are found nowhere`, { timeout: 1_800_000 }, async (context) => {
  console.log(`CANARIES=${count} SEED=${seed}`)
  const service = await startService({ dataDir: newFolder(), ...behindProxy })
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
  expect(summary(await search(service, sought(all))), "while it runs, with its write-ahead log").toEqual([])
  if (process.platform === "linux") expect(strayFiles(service)).toEqual([])
  else context.annotate("Only Linux says which files a process has open: not looked at here.")
  await service.stop()
  expect(summary(await search(service, sought(all))), "after it has ended").toEqual([])
})

describe("the search finds", () => {
  const few = canaries(process.env["FULL"] === "1" ? 50 : 10, seed)

  test.each(Object.keys(encodings))("a word in %s, alone or in the middle of something", async (name) => {
    const folder = newFolder()
    const encode = Object.entries(encodings).find(([each]) => each === name)?.[1]
    for (const word of few.flatMap(wordsOf)) {
      const parts = encode?.(word) ?? []
      expect(parts.length).toBeGreaterThan(0)
      for (const [index, part] of parts.entries()) {
        const file = join(folder, `${index}`)
        writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0x00, index]), part, Buffer.from([0x80])]))
        const found = await scanFor(folder, [word])
        expect(found.map((each) => each.file)).toContain(file)
        rmSync(file)
      }
    }
  })

  test("a postcode that was written without its space, in small letters, and in base64 beginning anywhere", async () => {
    const folder = newFolder()
    const { postcode } = few[0] ?? { postcode: "" }
    const compact = postcode.replace(" ", "").toLowerCase()
    for (const before of ["", "a", "ab", "abc"]) {
      writeFileSync(join(folder, "note"), Buffer.from(`${before}${compact}, home`).toString("base64"))
      expect(await scanFor(folder, [postcode])).not.toEqual([])
    }
    writeFileSync(join(folder, "note"), "nothing at all")
    expect(await scanFor(folder, [postcode])).toEqual([])
  })
})

describe("a careless build", () => {
  const all = canaries(80, seed + 1)
  const careless = async (
    changes: Parameters<typeof leakyBuild>[2],
    words = sought(all),
  ): Promise<readonly FileFinding[]> => {
    const script = leakyBuild(join(root, ".output"), newFolder(), changes)
    const asked: Asked = {
      dataDir: newFolder(),
      launcher: behindProxy.launcher,
      env: { WEB_SCRIPT: script },
    }
    const service = await startService(asked)
    const statuses = await send(service, all)
    expect(statuses.get("accepted")).toBe(200)
    const found = await search(service, words)
    await service.stop()
    return found
  }

  test("that keeps the postcode with the answers is caught", { timeout: 60_000 }, async () => {
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
