/** Lets one process at a time install or build in this folder: two installs in one folder destroy each other's files. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"

/** Milliseconds. */
const pause = 200
const patience = 15 * 60_000
/** Between the making of the lock and the writing of its holder's number. */
const momentToWrite = 5_000

const take = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" })
    return true
  } catch (error) {
    if (error.code === "EEXIST") return false
    throw error
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

const orNothing = (read) => {
  try {
    return read()
  } catch (error) {
    if (error.code === "ENOENT") return undefined
    throw error
  }
}

/** The process number in the lock, `""` while it is being written, `undefined` when the lock is gone. */
const holderOf = (file) => orNothing(() => readFileSync(file, "utf8"))

const hasEnded = (file, holder) =>
  holder === ""
    ? Date.now() - (orNothing(() => statSync(file).mtimeMs) ?? Date.now()) > momentToWrite
    : !isAlive(Number(holder))

/** Moves the lock of an ended process away; one that a quicker process has taken meanwhile is put back. */
const clear = (file, holder) => {
  const aside = `${file}.${process.pid}`
  if (orNothing(() => renameSync(file, aside) ?? true) === undefined) return
  if (readFileSync(aside, "utf8") === holder) rmSync(aside)
  else renameSync(aside, file)
}

/**
 * Runs `work` while no other process runs work under the same lock file, and returns its result.
 * Waits for a living holder and says so once; calls `giveUp` with a sentence after 15 minutes.
 */
export const alone = (file, giveUp, work) => {
  const since = Date.now()
  let told = false
  while (!take(file)) {
    const holder = holderOf(file)
    if (holder === undefined) continue
    if (hasEnded(file, holder)) {
      clear(file, holder)
      continue
    }
    if (Date.now() - since > patience)
      return giveUp(
        `Process ${holder} has been installing or building here for too long, so nothing was installed or built now. End it, or remove ${file} if it is another program, and run this again.`,
      )
    if (!told && holder !== "") {
      process.stderr.write(`Waiting for process ${holder}, which installs or builds here…\n`)
      told = true
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  const release = () => rmSync(file, { force: true })
  // `giveUp` exits without coming back here.
  process.once("exit", release)
  try {
    return work()
  } finally {
    process.off("exit", release)
    release()
  }
}
