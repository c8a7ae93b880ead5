/** A large school finishes within ten minutes of the real clock, behind one address: nobody is refused, and nobody waits for long. */
import { randomUUID } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import { expect, test } from "vitest"
import { samples } from "../../src/commands/sample.ts"
import { kept as stored } from "../support/e2e/stored-answers.ts"
import { kept, submit } from "../support/request.ts"
import { startService } from "../support/service.ts"

const [children, minutes] = [1_500, 10]
const full = process.env["FULL"] === "1"

test("1,500 children behind one address finish in ten minutes: all are stored, and the service answers each at once", {
  // On the quick run a test of the same name moves the clock of the gate itself.
  skip: !full,
  timeout: (minutes + 8) * 60_000,
}, async () => {
  const service = await startService()
  const agent = kept(64)
  const bodies = (samples("9-12", 7) ?? [].values()).take(200).toArray()
  const took: number[] = []
  let worked = 0
  const timed = async (body: object) => {
    const began = performance.now()
    const answer = await submit(service.url, body, { agent })
    took.push(performance.now() - began)
    return answer
  }
  /** As the page does it: a device that cannot do the work in time waits for its turn. */
  const finish = async (child: number): Promise<void> => {
    const submission = { ...bodies[child % bodies.length], token: randomUUID() }
    let answer = await timed(submission)
    if (answer.status === 428) worked += 1
    while (answer.status === 428) {
      const { challenge, seconds } = JSON.parse(answer.text).error.data.refused.first
      const solution = challenge && (await solveChallenge({ challenge, deriveKey }))
      if (seconds) await delay(seconds * 1_000)
      const work = solution
        ? { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } }
        : "cannot"
      answer = await timed({ ...submission, work })
    }
    expect(answer.status).toBe(200)
  }
  const finishing: Promise<void>[] = []
  for (let child = 0; child < children; child++) {
    finishing.push(finish(child))
    await delay((minutes * 60_000) / children)
  }
  await Promise.all(finishing)
  agent.destroy()
  const ordered = took.toSorted((one, other) => one - other)
  const at = (share: number): number => Math.round(ordered[Math.floor(ordered.length * share)] ?? 0)
  console.log(`${worked} of ${children} did some work; the service took p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
  expect(await stored(service)).toHaveLength(children)
  expect(at(0.95)).toBeLessThan(1_000)
  await service.stop()
})
