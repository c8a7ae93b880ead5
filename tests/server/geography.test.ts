/** The real service on an imported geography: matched to it, licensed as it asks, searched on our own server, and no folder more to read. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { releasesDir } from "../../src/deployment/storage.ts"
import { ask, openedAnswers } from "../support/collected-answers.ts"
import { authorities, deprivation, nspl2025, schools } from "../support/geography-files.ts"
import { childrenOf } from "../support/platform.ts"
import { request, submit } from "../support/request.ts"
import { type Service, startService, tryService } from "../support/service.ts"
import { newFolder } from "../support/store.ts"

const tags = ["postcode-only-for-geography", "postcode-destroyed-after-matching"] as const

const running: Service[] = []
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop()
})

const imported = async (): Promise<string> => {
  const dataDir = newFolder()
  const folder = join(dataDir, "files")
  mkdirSync(folder)
  const files = {
    "NSPL_FEB_2025_UK.csv": nspl2025(),
    "iod.csv": deprivation("2021"),
    "lads.csv": authorities,
    "edubasealldata20250711.csv": schools,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const paths = Object.keys(files).map((name) => join(folder, name))
  expect(await ask(["geography", "import", "--part", ...paths], { DATA_DIR: dataDir })).toContain("part of England")
  return dataDir
}

const opened = async (dataDir: string): Promise<Service> => {
  const service = await startService({ dataDir })
  running.push(service)
  return service
}

const search = async (url: string, register: string, words: string): Promise<unknown> =>
  JSON.parse((await submit(url, { register, words }, { path: "/api/trpc/search" })).text).result.data.found

describe("on an imported geography", { tags: [...tags] }, () => {
  test("a postcode becomes authority, region and decile, as written or corrected, and no more", {
    timeout: 240_000,
  }, async () => {
    const dataDir = await imported()
    const service = await opened(dataDir)
    const written = ["zz1 1aa", "my postcode is ZZ2 3DE", "ZZI 1AB", "ZZ1 1ZX", "ZZ3 4AA", "ZZ8 8ZZ", "ZZ1 0AA"]
    for (const [at, postcode] of written.entries()) {
      const token = `5f0c2a4e-8c1d-4b52-9a63-0e7d1f2b3c0${at}`
      const answers = { setting: "with-parents", school: "900106", "home-postcode": { postcode } }
      const { status } = await submit(service.url, { form: "9-12", token, answers })
      expect(status).toBe(200)
    }
    const northmoor = { localAuthority: "E06999901", region: "E12000001" }
    const found = [
      { ...northmoor, imdDecile: 1 },
      { localAuthority: "E07999902", region: "E12000002", imdDecile: 10 },
      { ...northmoor, imdDecile: 4 },
      northmoor,
      "outside-england",
      "unmatched",
      "unmatched",
    ]
    const kept = (await openedAnswers(dataDir)).map(({ geography }) => geography)
    expect(kept).toHaveLength(found.length)
    expect(kept).toEqual(expect.arrayContaining(found))

    const privacy = (await request(service.url, { path: "/privacy" })).text
    expect(privacy).toContain("Contains Royal Mail data © Royal Mail copyright and database right 2025.")
    expect(privacy).toContain("Department for Education")
    expect(privacy).not.toContain("made up")
    expect(await ask(["geography"], { DATA_DIR: dataDir })).toContain("Open Government Licence v3.0")
    expect(await ask(["status"], { DATA_DIR: dataDir })).toContain("Geography: part of England")

    expect(await search(service.url, "school", "saint cloe")).toEqual([
      { code: "900101", words: "St Chloé’s Primary School, Northmoor" },
    ])
    expect(await search(service.url, "school", "lantern house")).toEqual([])
    expect(await search(service.url, "council", "saltby")).toEqual([{ code: "E07999902", words: "Saltby, Vale of" }])

    const sample = (await ask(["sample", "--form", "all", "--count", "25"], { DATA_DIR: dataDir })).trim().split("\n")
    for (const body of sample) expect((await submit(service.url, body)).status).toBe(200)

    const web = childrenOf(service.pid).find(({ command }) => command.includes("index.mjs"))
    const readable = web?.command.match(/--allow-fs-read=\S+/g)?.filter((flag) => flag.includes(dataDir))
    const folders = [geographyFolder(dataDir), releasesDir({ dataDir })]
    expect(new Set(readable)).toEqual(new Set(folders.map((folder) => `--allow-fs-read=${folder}`)))
  })

  test("a damaged one is not started on", async () => {
    const dataDir = await imported()
    writeFileSync(join(geographyFolder(dataDir), "england.index"), "BIG-ASK-GEO-0001")
    const ended = await tryService({ dataDir })
    if ("pid" in ended) throw new Error("it has opened")
    expect(ended).toMatchObject({ code: 1, output: expect.stringMatching(/geography is damaged/) })
  })
})

test("without one, pages and commands say that places are made up", { tags: [...tags] }, async () => {
  const service = await opened(newFolder())
  expect(service.output()).toContain("made up")
  expect((await request(service.url, { path: "/privacy" })).text).toContain("made up")
  for (const command of ["geography", "status"])
    expect(await ask([command], { DATA_DIR: service.dataDir })).toContain("made up")
})
