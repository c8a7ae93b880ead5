/** The launcher and every command read the same settings, and refuse a wrong one with the same sentence. */

import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { runAsk } from "../../src/commands/run-ask.ts"
import { readEnvironment, type Variables } from "../../src/deployment/environment.ts"
import { readSettings } from "../../src/deployment/settings.ts"
import { webSettings, webSettingsToEnv } from "../../src/deployment/web-deployment.ts"
import { heard } from "../support/command-output.ts"
import { builtProgram } from "../support/programs.ts"
import { newFolder } from "../support/store.ts"

const refusal = (variables: Variables): string => {
  const result = readEnvironment(variables)
  return Result.isFailure(result) ? result.failure.message : "accepted"
}

describe("a wrong variable", () => {
  test.each<readonly [string, string]>([
    ["MODE", "Live"],
    ["MODE", "rehersal"],
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PORT", "0x50"],
    ["ORIGIN", "http://survey.example"],
    ["METRICS_PORT", "all"],
    ["DATABASE_URL", "mysql://localhost"],
    ["EVIDENCE_DATABASE_URL", "evidence"],
    ["NIGHTLY_TRANSFER", "24"],
    ["NIGHTLY_TRANSFER", "two"],
    ["NIGHTLY_TRANSFER", "2.5"],
    ["HURRY", "yes"],
    ["KEY_COMMAND", "["],
    ["KEY_COMMAND", "[]"],
    ["KEY_COMMAND", '["vault", 1]'],
    ["WATCH_PIDS", "1,a"],
  ])("%s=%s is refused by name, in at most 25 words, without its value", (name, value) => {
    const sentence = refusal({ PATH: "/bin", [name]: value })
    expect(sentence).toMatch(new RegExp(`^${name} is not .+\\. Nothing was done\\. [A-Z].+\\.$`))
    expect(sentence.split(" ").length).toBeLessThanOrEqual(25)
    expect(sentence.split(/\W+/)).not.toContain(value)
  })

  test("is named although others are right", () => {
    expect(refusal({ MODE: "live", PORT: "80", NIGHTLY_TRANSFER: "x" })).toMatch(/^NIGHTLY_TRANSFER/)
  })
})

test("a right variable is decoded, and an empty one counts as left out", () => {
  const variables = {
    ...{
      MODE: "live",
      HOST: "::1",
      PORT: "0",
      DATA_DIR: "/data",
      NIGHTLY_TRANSFER: "off",
      KEY_COMMAND: "/opt/a vault",
    },
    ...{ DATABASE_URL: "postgres://a:b@localhost/c", EVIDENCE_DATABASE_URL: "postgresql:///e", WATCH_PIDS: "7,8" },
  }
  expect(Result.getOrThrow(readEnvironment({ PATH: "/bin", ...variables }))).toEqual({
    ...variables,
    PORT: 0,
    KEY_COMMAND: ["/opt/a vault"],
    WATCH_PIDS: [7, 8],
  })
  expect(Result.getOrThrow(readEnvironment({ MODE: "", PORT: "", KEY_COMMAND: "" }))).toEqual({})
  expect(Result.getOrThrow(readEnvironment({ NIGHTLY_TRANSFER: "23" }))).toEqual({ NIGHTLY_TRANSFER: 23 })
})

test("the environment overrides app.config.ts, whose mistakes are named", () => {
  const stated = { mode: "live", dataDir: "/stated", databaseUrl: "postgres:///stated" }
  const settings = Effect.runSync(readSettings({ MODE: "rehearsal", DATA_DIR: "/set" }, stated))
  expect(settings.storage).toMatchObject({ mode: "rehearsal", dataDir: "/set", databaseUrl: "postgres:///stated" })
  expect(settings.deployment.mode).toBe("rehearsal")
  const refused = Effect.runSync(Effect.result(readSettings({}, { mode: "Live" })))
  expect(Result.isFailure(refused) && refused.failure.message).toMatch(
    /^app\.config\.ts cannot be used\. Nothing was done\./,
  )
})

test("ORIGIN opens a site without a new build, and a contact that is stated in code is refused with its command", () => {
  const here = (variables: object, stated: object) =>
    Effect.runSync(Effect.result(readSettings({ ...variables }, stated)))
  const origin = "https://survey.example"
  const set = here({ ORIGIN: origin }, { mode: "live", origin: "https://other.example" })
  expect(Result.getOrThrow(set).deployment.origin).toBe(origin)
  expect(Result.getOrThrow(here({}, { mode: "live", origin })).deployment.origin).toBe(origin)
  const moved = here({}, { mode: "live", controller: "C", securityContact: "mailto:a@b.example" })
  expect(Result.isFailure(moved) && moved.failure.message).toMatch(
    /controller, securityContact .*ask -- declare contact/,
  )
})

test("web gets back exactly what the launcher handed over, and a rehearsal without a launcher", () => {
  const settings = {
    deployment: { mode: "live", window: { opens: "2027-04-19", closes: "2027-05-28" }, origin: "https://a.example" },
    ...{ host: "127.0.0.1", port: 0, geographyFolder: undefined, releasedFolder: "/released" },
  } as const
  expect(webSettings({ PATH: "/bin", ...webSettingsToEnv(settings) })).toEqual(settings)
  expect(webSettings({})).toMatchObject({ deployment: { mode: "rehearsal", window: "always" }, port: 3000 })
  expect(() => webSettings({ DEPLOYMENT: '{"mode":"Live","window":"always"}' })).toThrow()
})

test.each([["status"], ["counts"], ["open"], ["transfer"], ["forms"], ["rules"], ["team"], ["sample"]])(
  "ask %s refuses a wrong setting",
  async (command) => {
    const { code, out, error } = await heard(() => Effect.runPromise(runAsk([command], readSettings({ PORT: "abc" }))))
    expect({ code, out, error }).toEqual({ code: 1, out: [], error: [refusal({ PORT: "abc" })] })
  },
)

test("MODE=Live is refused alike by the launcher and by a command, and nothing is made", { timeout: 180_000 }, () => {
  const dataDir = join(newFolder(), "none")
  const run = (name: "launcher" | "ask") => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", builtProgram(name), "status"],
      { encoding: "utf8", env: { PATH: process.env["PATH"], DATA_DIR: dataDir, MODE: "Live" } },
    )
    return { status, stdout, stderr }
  }
  const refused = { status: 1, stdout: "", stderr: `${refusal({ MODE: "Live" })}\n` }
  expect(run("launcher")).toEqual(refused)
  expect(run("ask")).toEqual(refused)
  expect(existsSync(dataDir)).toBe(false)
})
