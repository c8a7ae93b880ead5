/** Ends the platform when the command that started it ends. */
import { readFileSync } from "node:fs"

/** Calls `gone` once, within about a second, when a process has ended or this one has got another parent. */
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

/** On Linux a process that has ended takes signals until its parent has waited for it. */
const isZombie = (pid: number): boolean => {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}
