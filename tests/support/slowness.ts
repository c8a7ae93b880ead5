/** Measures how slow this machine is just now, so that a limit in milliseconds means the same on one that is three times slower. */
import { execFileSync } from "node:child_process"

/** Milliseconds in which the machine of CI starts a Node that has nothing to do, at its slowest when quiet. */
const usual = 50
const starts = 5

const start = (): number => {
  const began = performance.now()
  execFileSync(process.execPath, ["-e", ""])
  return performance.now() - began
}

/** 1 on a machine as fast as that of CI, or faster: there, every limit is as it is written. */
const slowness = (): number => Math.max(1, Math.min(...Array.from({ length: starts }, start)) / usual)

/** The limit, or as much more as this machine is slower where the limit was missed. */
export const limitHere = (limit: number, took: number): number => (took <= limit ? limit : limit * slowness())
