/** A real Chromium with its web security as a child's browser has it, or a sentence that says why there is none. */
import { mkdirSync, rmSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import packed, { inflate } from "@sparticuz/chromium"
import { type Browser, chromium, type LaunchOptions } from "playwright-core"

const options: LaunchOptions = {
  args: ["--no-sandbox", "--no-zygote", "--disable-gpu"],
  // With these, tests of Back and of the refresh of a posted page would pass whatever the pages do.
  ignoreDefaultArgs: ["--disable-back-forward-cache", "--disable-prompt-on-repost"],
}

/** The package holds it for this kind of machine alone. */
const isPacked = process.platform === "linux" && process.arch === "x64"
const packedParts = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin")

const lock = join(tmpdir(), "big-ask-unpacking")
const longestUnpacking = 60_000

/** Test files run side by side: the first unpacks, and the others wait until the file is whole. */
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
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** A bare machine may lack the few system libraries and fonts that the package also brings. */
const withItsOwnLibraries = async (): Promise<NonNullable<LaunchOptions["env"]>> => {
  const libraries = await alone(() => inflate(join(packedParts, "al2023.tar.br")))
  return { ...process.env, LD_LIBRARY_PATH: join(libraries, "lib"), FONTCONFIG_PATH: join(tmpdir(), "fonts") }
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
    return `There is no Chrome on this ${process.platform} ${process.arch} machine, so nothing was tried in a real browser.`
  }
}
