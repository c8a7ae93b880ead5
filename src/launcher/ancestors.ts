/** The platform does not outlive the command that started it. */
import { readFileSync } from "node:fs"

/** Calls `gone` once, within about a second, when one of the processes has ended or this one has been left to another parent. */
export const watchAncestors = (pids: readonly number[], gone: () => void): void => {
  if (pids.length === 0) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent && pids.every(lives)) return
    clearInterval(timer)
    gone()
  }, 1_000)
  timer.unref()
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** A process that nobody has waited for still takes signals on Linux. */
const isZombie = (pid: number): boolean => {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}
