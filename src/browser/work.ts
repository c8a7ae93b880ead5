/** Does the work that a busy network is asked for, or waits; loaded only then. The browser's own cryptography does each try. */
import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import type { Refused } from "../server/refused.ts"
import type { Challenge, Work } from "../server/senders/work.ts"

/** Milliseconds. A device that needs longer waits for its turn instead. */
const longest = 120_000
const mostTries = 3

const solve = async (challenge: Challenge): Promise<Work | "cannot"> => {
  const solution = await solveChallenge({ challenge, deriveKey, timeout: longest })
  return solution === null
    ? "cannot"
    : { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } }
}

let tries = 0

/** Without the browser's cryptography, as on a page without https, it waits for a turn. */
export const done = async (first: Refused["first"]): Promise<Work | "cannot"> => {
  if (first && "challenge" in first && tries++ < mostTries) return solve(first.challenge).catch(() => "cannot")
  const seconds = first && "seconds" in first ? first.seconds : 0
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  return "cannot"
}
