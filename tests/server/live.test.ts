/** Live opens only when everything is recorded, takes answers only within its window, and never shares a store with a rehearsal. */

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { nothingDeclared } from "../../policy/deployment/in-force.ts"
import { missingLine, missingToOpen } from "../../policy/deployment/opening.ts"
import { samples } from "../../src/commands/sample.ts"
import { shellWords } from "../../src/components/words.ts"
import { sandboxOffered } from "../../src/launcher/sandbox.ts"
import { ask } from "../support/collected-answers.ts"
import { declareAll } from "../support/declared-store.ts"
import { recorded } from "../support/policy/dpia/recorded.ts"
import { day } from "../support/policy/team.ts"
import { builtLauncher } from "../support/programs.ts"
import { request, submit } from "../support/request.ts"
import { type Asked, type Service, startService, tryService } from "../support/service.ts"

const today = dayOf(Date.now())
const origin = "https://survey.example"

/** Deployments state no decision: these are in the store, and were so by yesterday. */
const { mode, accounts } = recorded
const stated = { mode, accounts, origin }

const declareWindow = (dataDir: string, opens: string, closes: string): Promise<void> =>
  declareAll(
    { mode: "live", dataDir, databaseUrl: undefined },
    { ...recorded, window: { opens, closes } },
    day(daysAfter(today, -1)),
  )

const folders: string[] = []
const running: Service[] = []
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "big-ask-"))
  folders.push(folder)
  return folder
}

const launcher = builtLauncher("launch-stated")

const live = async (opens: string, closes: string, dataDir: string): Promise<Asked> => {
  await declareWindow(dataDir, opens, closes)
  return { launcher, dataDir, env: { STATED: JSON.stringify(stated), AS_WITH_ENGLAND: "1" } }
}

const started = async (asked: Asked): Promise<Service> => {
  const service = await startService(asked)
  running.push(service)
  return service
}

const one = () => (samples("9-12", 3) ?? [].values()).next().value
const fromOurPage = { headers: { origin } }

/** Says the same to a script, to a page and to a script-less post: it is shut, and kindly. */
const isShut = async (service: Service, reason: string, words: RegExp) => {
  const answer = await submit(service.url, one(), fromOurPage)
  expect(answer.status).toBe(403)
  expect(JSON.parse(answer.text).error.data.refused.reason).toBe(reason)
  for (const form of formIds) {
    const page = await request(service.url, { path: `/survey/${form}` })
    expect(page.status).toBeLessThan(500)
    expect(page.text).toMatch(words)
    expect(page.text).not.toContain("<form")
  }
  const posted = await request(service.url, {
    method: "POST",
    path: "/survey/9-12",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: "go=start",
  })
  expect(posted.text).toMatch(words)
  expect(posted.text).not.toContain("sealed")
}

const held = (dataDir: string) => ask(["status"], { DATA_DIR: dataDir, MODE: "live" })

describe("the window", () => {
  test("before its first day: not open yet", { timeout: 180_000 }, async () => {
    const dataDir = newFolder()
    const service = await started(await live(daysAfter(today, 1), daysAfter(today, 30), dataDir))
    expect(service.output()).toContain("open for live")
    await isShut(service, "not-open-yet", /not open yet/i)
    expect(await held(dataDir)).toMatch(/all days(\s+none){6}/)
  })

  test("after its last day: closed", { timeout: 180_000 }, async () => {
    const dataDir = newFolder()
    const service = await started(await live(daysAfter(today, -30), daysAfter(today, -1), dataDir))
    await isShut(service, "closed", /closed/i)
    expect(await held(dataDir)).toMatch(/all days(\s+none){6}/)
  })

  test("within it, to its very last day: answers are taken, and only from our own https pages", {
    timeout: 180_000,
  }, async () => {
    const dataDir = newFolder()
    const service = await started(await live(today, today, dataDir))
    expect((await submit(service.url, one())).status).toBe(403)
    expect((await submit(service.url, one(), { headers: { origin: service.url } })).status).toBe(403)
    expect((await submit(service.url, one(), fromOurPage)).text).toBe('{"result":{"data":{"accepted":true}}}')
    expect(await held(dataDir)).toContain("fewer than 10")
    const page = await request(service.url, { path: "/survey/9-12" })
    expect(page.text).not.toContain(shellWords.rehearsal)
  })
})

describe("as it is today", () => {
  test("live refuses to start, and lists each missing item with the person who must act", async () => {
    const ended = await tryService({ env: { MODE: "live" } })
    expect(ended).toMatchObject({ code: 1 })
    if ("pid" in ended) throw new Error("live has opened")
    const { default: config } = await import("../../app.config.ts")
    const missing = missingToOpen(
      { ...config, ...nothingDeclared, mode: "live" },
      today,
      "none",
      sandboxOffered() ? "offered" : "none",
    )
    expect(missing.length).toBeGreaterThan(6)
    for (const line of missing.map(missingLine)) expect(ended.output).toContain(line)
  })

  test("live refuses without the published geography, even when everything that a person can record is recorded", async () => {
    const dataDir = newFolder()
    await declareWindow(dataDir, today, today)
    const ended = await tryService({ launcher, dataDir, env: { STATED: JSON.stringify(stated) } })
    if ("pid" in ended) throw new Error("live has opened")
    expect(ended.code).toBe(1)
    expect(ended.output).toMatch(/geography/)
  })

  test("a rehearsal says on its pages that it is for practice", { timeout: 180_000 }, async () => {
    const service = await started({ dataDir: newFolder() })
    expect((await request(service.url, { path: "/survey/9-12" })).text).toContain(shellWords.rehearsal)
  })
})

describe("one store, one mode", () => {
  const ofTheOther = /rehearsal|live/

  test("live does not open a rehearsal's store", { timeout: 180_000 }, async () => {
    const dataDir = newFolder()
    await (await startService({ dataDir })).stop()
    const ended = await tryService(await live(today, today, dataDir))
    expect(ended).toMatchObject({ code: 1, output: expect.stringMatching(ofTheOther) })
  })

  test("a rehearsal does not open live's store, and no command reads it out", { timeout: 180_000 }, async () => {
    const dataDir = newFolder()
    const service = await startService(await live(today, today, dataDir))
    await submit(service.url, one(), fromOurPage)
    await service.stop()
    const ended = await tryService({ dataDir })
    expect(ended).toMatchObject({ code: 1, output: expect.stringMatching(ofTheOther) })
    await expect(ask(["open"], { DATA_DIR: dataDir })).rejects.toMatchObject({ code: 1, stdout: "" })
    await expect(ask(["open"], { DATA_DIR: dataDir, MODE: "live" })).rejects.toMatchObject({ code: 1, stdout: "" })
  })
})
