/** A start trusts the packages that are there, never empties a folder that is not its own, and waits for another start. */
import { execFileSync, spawnSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { finished, lockfile, oldNode, type StartCopy, startCopy, upgradeVite } from "../support/start-copy.ts"
import { newFolder } from "../support/test-end.ts"

const opened = { code: 0, lines: ["The Big Ask is open."] }
const node = join("node_modules", `node-${process.platform}-${process.arch}`, "bin", "node")

let original: Promise<StartCopy> | undefined

/** Outlives the test that made it. */
const startOnce = async (): Promise<StartCopy> => {
  const copy = startCopy(mkdtempSync(join(tmpdir(), "big-ask-started-")))
  expect((await finished(copy)).code).toBe(0)
  rmSync(join(copy.folder, "npm.log"))
  return copy
}

/** A copy that has started once, whose npm has not run since. */
const startedCopy = async (): Promise<StartCopy> => {
  original ??= startOnce()
  const copy = startCopy()
  cpSync((await original).folder, copy.folder, { recursive: true, verbatimSymlinks: true })
  return copy
}

const npmRan = (copy: StartCopy): boolean => existsSync(join(copy.folder, "npm.log"))

test("packages that a person installed with npm, and that the lockfile names, are used as they are", async () => {
  const copy = startCopy()
  execFileSync(process.execPath, [join(copy.folder, "npm.js"), "ci"], { cwd: copy.folder })
  rmSync(join(copy.folder, "npm.log"))
  expect(await finished(copy)).toEqual({ code: 0, lines: ["Building…", "The Big Ask is open."] })
  expect(npmRan(copy)).toBe(false)
})

test.each([
  [
    "a package whose files are gone",
    (copy: StartCopy) => rmSync(join(copy.folder, "node_modules", "vite", "package.json")),
  ],
  ["an install that was cut off", (copy: StartCopy) => rmSync(join(copy.folder, "node_modules", ".package-lock.json"))],
  ["a package of another version", upgradeVite],
  [
    "a package inside another that the lockfile does not name",
    (copy: StartCopy) =>
      writeFileSync(
        join(copy.folder, "node_modules", ".package-lock.json"),
        JSON.stringify({ packages: { ...lockfile.packages, "node_modules/vite/node_modules/effect": {} } }),
      ),
  ],
])("%s is installed afresh", async (_, damage) => {
  const copy = await startedCopy()
  damage(copy)
  expect((await finished(copy)).lines[0]).toMatch(/^Installing/)
  expect(copy.read("npm.log")).toMatch(/^ci /)
  expect((await finished(copy)).lines).toEqual(["The Big Ask is open."])
})

test("nothing is installed through a link, which would empty the folder of another copy", async () => {
  const copy = await startedCopy()
  const original = join(newFolder(), "node_modules")
  renameSync(join(copy.folder, "node_modules"), original)
  symlinkSync(original, join(copy.folder, "node_modules"), "dir")
  expect(await finished(copy)).toEqual(opened)
  upgradeVite(copy)
  const { code, lines } = await finished(copy)
  expect({ code, lines: lines.length, ran: npmRan(copy) }).toEqual({ code: 1, lines: 1, ran: false })
  expect(lines[0]).toMatch(/is a link to .*node_modules\/vite is not at version 8\.1\.0.*Nothing was installed/)
  expect(existsSync(join(original, "vite", "package.json"))).toBe(true)
})

test("an addition that fails leaves no list of a finished install, so that the next start installs afresh", async () => {
  const copy = await startedCopy()
  const script = `import("${copy.folder}/src/launcher/set-up.mjs").then((m) => m.ensureInstalled("tests"))`
  const env = { PATH: process.env["PATH"], npm_execpath: join(copy.folder, "npm.js"), FAIL: "install" }
  expect(spawnSync(process.execPath, ["-e", script], { cwd: copy.folder, env }).status).toBe(1)
  expect(copy.read("npm.log")).toMatch(/^install --no-save/)
  await finished(copy)
  expect(copy.read("npm.log")).toMatch(/\nci /)
})

test("two starts at once install and build once, and the second says what it waits for", async () => {
  const copy = startCopy()
  const both = await Promise.all([finished(copy, { SLOW: "1000" }), finished(copy, { SLOW: "1000" })])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.flatMap(({ lines }) => lines).filter((line) => line.startsWith("Waiting for process"))).not.toEqual([])
  expect(copy.read("npm.log").trim().split("\n")).toHaveLength(1)
  expect(copy.read("build.log").trim().split("\n")).toHaveLength(1)
  expect(existsSync(join(copy.folder, ".set-up.lock"))).toBe(false)
})

test.each([
  ["of a process that has ended", "999999999"],
  ["that its process never signed", ""],
])("a lock %s holds nobody up", async (_, holder) => {
  const copy = startCopy()
  const lock = join(copy.folder, ".set-up.lock")
  writeFileSync(lock, holder)
  utimesSync(lock, 0, 0)
  expect((await finished(copy)).lines.at(-1)).toBe("The Big Ask is open.")
})

test("packages of another kind of machine are refused in one sentence and left as they are", async () => {
  const copy = await startedCopy()
  const os = process.platform === "linux" ? "darwin" : "linux"
  const foreign = { "node_modules/addon": { version: "1.0.0", optional: true, os } }
  writeFileSync(
    join(copy.folder, "node_modules", ".package-lock.json"),
    JSON.stringify({ packages: { ...lockfile.packages, ...foreign } }),
  )
  const { code, lines } = await finished(copy)
  expect({ code, count: lines.length, ran: npmRan(copy) }).toEqual({ code: 1, count: 1, ran: false })
  expect(lines[0]).toMatch(/another kind of machine .*node_modules\/addon.* Remove node_modules/)
})

test("a Node among the packages that this machine cannot run is named in one sentence", async () => {
  const copy = await startedCopy()
  rmSync(join(copy.folder, node))
  mkdirSync(join(copy.folder, node, ".."), { recursive: true })
  writeFileSync(join(copy.folder, node), "\xcf\xfa\xed\xfe", { mode: 0o755, encoding: "latin1" })
  const { code, lines } = await finished(copy, oldNode)
  expect({ code, count: lines.length }).toEqual({ code: 1, count: 1 })
  expect(lines[0]).toMatch(/does not run on this machine/)
})
