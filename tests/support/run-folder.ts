/** Gives a run of the tests one folder for everything it writes, in memory where the machine has enough, and removes it. */
import { spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { env, kill, pid, platform } from "node:process"

/** Linux's disk in memory: the stores flush after each group, and a flush to a real disk is most of the time they take. */
const memory = "/dev/shm"
const leastFree = 4 * 2 ** 30

const prefix = "big-ask-tests-"

/** PostgreSQL's programs are copied into the folder and must start from there, which some machines forbid in memory. */
const startsPrograms = (): boolean => {
  const script = join(memory, `${prefix}${pid}.sh`)
  try {
    writeFileSync(script, "#!/bin/sh\n", { mode: 0o700 })
    return spawnSync(script).status === 0
  } finally {
    rmSync(script, { force: true })
  }
}

const hasRoom = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > leastFree && startsPrograms()
  } catch {
    return false
  }
}

const isRunning = (id: number): boolean => {
  try {
    return kill(id, 0)
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** A run that was killed leaves its folder: in memory that would stay until the machine restarts. */
const removeFoldersOfEndedRuns = (parent: string): void => {
  for (const name of readdirSync(parent))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(parent, name), { recursive: true, force: true })
}

/** Vitest calls this once for each project; the workers and what they start inherit the folder as the temporary one. */
const prepareRun = (): (() => void) | undefined => {
  if (env["RUN_FOLDER"] !== undefined) return undefined
  const parent = platform === "linux" && hasRoom() ? memory : tmpdir()
  removeFoldersOfEndedRuns(parent)
  const folder = join(parent, `${prefix}${pid}`)
  mkdirSync(folder)
  // PostgreSQL reads its part of it under an account of its own.
  chmodSync(folder, 0o755)
  // Files unpacked once for all runs, such as the browser, stay on the disk.
  env["DISK_FOLDER"] = tmpdir()
  env["RUN_FOLDER"] = folder
  env["TMPDIR"] = folder
  // Every start of a program compiles the same code again: a third of the time that a command takes.
  env["NODE_COMPILE_CACHE"] = join(folder, "compiled")
  // A process that is just ending may still write what it has compiled.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

export default prepareRun
