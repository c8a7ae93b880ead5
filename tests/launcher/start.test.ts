/** `npm start` installs and builds once, says little, and leaves no process behind when a signal ends it on the way. */
import { execFileSync, spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { root } from "../../src/launcher/set-up.mjs"
import { isAlive } from "../support/platform.ts"
import { finished, startCopy, upgradeVite } from "../support/start-copy.ts"
import { atEnd, newFolder } from "../support/store.ts"

test("the first start installs what running needs and builds; the next one does neither", async () => {
  const copy = startCopy()
  expect(await finished(copy)).toEqual({
    code: 0,
    lines: ["Installing what running needs…", "", "added 2 packages in 1s", "Building…", "The Big Ask is open."],
  })
  expect(copy.read("npm.log")).toBe("ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error\n")
  for (const unused of ["effect/src", "typescript", `node-${process.platform}-${process.arch}/include`])
    expect(existsSync(join(copy.folder, "node_modules", unused)), unused).toBe(false)
  expect(await finished(copy)).toEqual({ code: 0, lines: ["The Big Ask is open."] })
})

test("the tests add their packages to an installation, and a start after them installs nothing", {
  timeout: 180_000,
}, async () => {
  const copy = startCopy()
  await finished(copy)
  const install = (wanted: string) =>
    execFileSync(
      process.execPath,
      ["-e", `import("${copy.folder}/src/launcher/set-up.mjs").then((m) => m.ensureInstalled("${wanted}"))`],
      { cwd: copy.folder, env: { PATH: process.env["PATH"], npm_execpath: join(copy.folder, "npm.js") } },
    )
  install("tests")
  expect(copy.read("npm.log").split("\n")[1]).toBe(
    "install --no-save --include=dev --no-audit --no-fund --loglevel=error",
  )
  expect(existsSync(join(copy.folder, "node_modules", "typescript"))).toBe(true)
  install("tests")
  install("run")
  expect(await finished(copy)).toEqual({ code: 0, lines: ["The Big Ask is open."] })
  upgradeVite(copy)
  await finished(copy)
  expect(copy.read("npm.log").trim().split("\n").slice(2)).toEqual([
    "ci --include=dev --no-audit --no-fund --loglevel=error",
  ])
})

test("an error of the install is shown, ends the start with 1, and is tried again", async () => {
  const copy = startCopy()
  expect(await finished(copy, { FAIL: "install" })).toEqual({
    code: 1,
    lines: [
      "Installing what running needs…",
      "npm error network is down",
      "The packages could not be installed: look at npm's message above, then run this again.",
    ],
  })
  expect((await finished(copy)).code).toBe(0)
})

test.each([
  ["install", "SIGTERM"],
  ["install", "SIGINT"],
  ["build", "SIGTERM"],
  ["build", "SIGHUP"],
] as const)(
  "during the %s, %s ends it with 0 and every process below it, and the next start works",
  async (step, signal) => {
    const copy = startCopy()
    const child = copy.spawn({ HANG: step })
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
    const hanging = join(copy.folder, "hanging")
    for (let waited = 0; waited < 30_000 && !existsSync(hanging); waited += 50) await delay(50)
    await delay(100)
    const deepest = Number(readFileSync(hanging, "utf8"))
    expect(isAlive(deepest)).toBe(true)
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(isAlive(deepest)).toBe(false)
    expect((await finished(copy)).lines.at(-1)).toBe("The Big Ask is open.")
  },
)

/** A real installation from the registry takes minutes. */
if (process.env["FULL"] === "1")
  test("from a clean clone, on the Node of this machine, npm start prints at most 15 lines and installs at most 400 MB", async () => {
    const folder = join(newFolder(), "clone")
    execFileSync("git", ["clone", "--quiet", root, folder])
    const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", DATA_DIR: newFolder() }
    const npm = spawn("npm", ["start"], { cwd: folder, env, detached: true })
    atEnd(() => {
      if (npm.exitCode === null && npm.pid !== undefined) process.kill(-npm.pid, "SIGKILL")
    })
    let output = ""
    npm.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
    npm.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
    for (let waited = 0; waited < 600_000 && !output.includes('"opened"'); waited += 100) await delay(100)
    expect(output).toContain("The Big Ask is open for rehearsal")
    expect(output.trimEnd().split("\n").length, output).toBeLessThanOrEqual(15)
    expect(output).not.toMatch(/EBADENGINE|fund|preview/)
    const size = execFileSync("du", ["-sm", "node_modules"], { cwd: folder, encoding: "utf8" })
    expect(Number.parseInt(size, 10)).toBeLessThanOrEqual(400)
    const pid = Number(/\(process (\d+)\)/.exec(output)?.[1])
    process.kill(pid, "SIGTERM")
    await new Promise((resolve) => npm.once("exit", resolve))
    expect(isAlive(pid)).toBe(false)
  }, 700_000)
