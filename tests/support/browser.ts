/** Starts a real Chromium with the web security of a child's browser, or says why it cannot. */
import { mkdirSync, rmSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import packed, { inflate } from "@sparticuz/chromium"
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core"

const options: LaunchOptions = {
  args: ["--no-sandbox", "--disable-gpu"],
  // With these, tests of Back and of the refresh of a posted page would pass whatever the pages do.
  ignoreDefaultArgs: ["--disable-back-forward-cache", "--disable-prompt-on-repost"],
}

/** The package holds it for this kind of machine alone. */
const isPacked = process.platform === "linux" && process.arch === "x64"
const packedParts = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin")

/** Every run uses the browser that the first one unpacked. */
const disk = process.env["DISK_FOLDER"] ?? tmpdir()
const lock = join(disk, "big-ask-unpacking")
const longestUnpacking = 60_000

/** The package unpacks to the temporary folder, which during a run is in memory and goes at its end. */
const onDisk = async <A>(work: () => Promise<A>): Promise<A> => {
  const { TMPDIR } = process.env
  process.env["TMPDIR"] = disk
  try {
    return await work()
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = TMPDIR
  }
}

/** Test files run in parallel: the first unpacks, and the others wait until the file is whole. */
const alone = async <A>(work: () => Promise<A>): Promise<A> => {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > longestUnpacking) rmSync(lock, { recursive: true, force: true })
      await delay(50)
    }
  }
  try {
    return await onDisk(work)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** A bare machine may lack the few system libraries and fonts that the package also brings. */
const withItsOwnLibraries = async (): Promise<NonNullable<LaunchOptions["env"]>> => {
  const libraries = await alone(() => inflate(join(packedParts, "al2023.tar.br")))
  return { ...process.env, LD_LIBRARY_PATH: join(libraries, "lib"), FONTCONFIG_PATH: join(disk, "fonts") }
}

const launchPacked = async (): Promise<Browser> => {
  const executablePath = await alone(() => packed.executablePath())
  try {
    return await chromium.launch({ ...options, executablePath })
  } catch {
    return chromium.launch({ ...options, executablePath, env: await withItsOwnLibraries() })
  }
}

/** On the packed kind of machine a browser that does not start is a failure; elsewhere an installed Chrome will do. */
export const launchBrowser = async (): Promise<Browser | string> => {
  if (isPacked) return launchPacked()
  try {
    return await chromium.launch({ ...options, channel: "chrome" })
  } catch {
    return `There is no Chrome on this ${process.platform} ${process.arch} machine, so no test in a real browser ran.`
  }
}

/** A device of its own whose browser writes to this folder, as one in a school does; or the reason why it cannot be had. */
export const launchDevice = async (folder: string): Promise<BrowserContext | string> => {
  const browser = await sharedBrowser()
  if (typeof browser === "string") return browser
  const executablePath = isPacked ? await alone(() => packed.executablePath()) : undefined
  const how = executablePath === undefined ? { channel: "chrome" } : { executablePath }
  const env = isPacked ? { env: await withItsOwnLibraries() } : {}
  return chromium.launchPersistentContext(folder, { ...options, ...how, ...env, viewport: { width: 360, height: 740 } })
}

let launched: Promise<Browser | string> | undefined

/** One for all test files that share this process; it ends with the process, and each test closes its own contexts. */
export const sharedBrowser = (): Promise<Browser | string> => {
  launched ??= launchBrowser()
  return launched
}
