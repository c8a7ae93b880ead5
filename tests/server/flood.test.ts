/** S6 on the running service: one address that floods is asked for work or a turn, and children elsewhere and a school notice nothing. */
import { randomUUID } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { burst } from "../../src/server/senders/admission.ts"
import { askedForm, everyKindGiven } from "../support/e2e/child-answers.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { behindProxy, from } from "../support/networks.ts"
import { each, kept, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

const minute = 60_000
const form = askedForm("6-8")
const answers = everyKindGiven(form)
/** The service ends connections that were idle for 5 seconds. */
let agent = kept(16)
let service: Service

beforeAll(async () => {
  service = await startService(behindProxy)
}, minute)
afterAll(async () => {
  agent.destroy()
  await service.stop()
})

const send = async (address: string, more: object = {}) => {
  const submission = { form: form.id, token: randomUUID(), answers, ...more }
  const { status, text } = await submit(service.url, submission, { agent, headers: from(address) })
  return { status, refused: JSON.parse(text).error?.data.refused }
}

const many = async (address: string, count: number) => {
  const statuses = new Map<number, number>()
  await each(Array.from({ length: count }), 16, async () => {
    const { status } = await send(address)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  return Object.fromEntries(statuses)
}

const workedOn = async (address: string, more: object = {}) => {
  const { refused } = await send(address, more)
  const { challenge } = refused.first
  const solution = await solveChallenge({ challenge, deriveKey })
  return send(address, {
    ...more,
    work: { challenge, solution: { counter: solution?.counter, derivedKey: solution?.derivedKey } },
  })
}

describe("one address that sends a school's burst and more", () => {
  const school = "192.0.2.7"

  test("is let through for the burst, and then asked for work", { timeout: minute }, async () => {
    expect(await many(school, burst + 100)).toEqual({ 200: burst, 428: 100 })
    const { refused } = await send(school)
    expect(refused).toMatchObject({
      reason: "work-first",
      first: { challenge: { parameters: { algorithm: "PBKDF2/SHA-256" } } },
    })
  })

  test("is let through with the work, once", { timeout: minute }, async () => {
    expect((await workedOn(school)).status).toBe(200)
  })

  /** Until it is let through, each time at the turn that the reply names. */
  const inTurn = async (): Promise<readonly number[]> => {
    const statuses: number[] = []
    const more = { token: randomUUID(), work: "cannot" }
    for (let tries = 0; tries < 10; tries++) {
      const { status, refused } = await send(school, more)
      statuses.push(status)
      if (status !== 428) break
      expect(refused.reason).toBe("turn-later")
      await delay(refused.first.seconds * 1000)
    }
    return statuses
  }

  /** As a browser without script does it: it sends the same again where it is asked to. */
  const scriptlessly = async (): Promise<readonly number[]> => {
    const client = scriptless(service.url, form, agent, from(school))
    await client.walk(answers)
    const statuses: number[] = []
    for (let tries = 0; tries < 20 && statuses.at(-1) !== 303; tries++) {
      const { status, headers } = await client.send()
      statuses.push(status)
      expect(headers.location).toBe(status === 303 ? "/finished/6-8" : "/survey/6-8")
    }
    return statuses
  }

  test("lets those who cannot work have their turns: a page without script is held, and none is refused", {
    timeout: minute,
  }, async () => {
    const [script, without] = await Promise.all([inTurn(), scriptlessly()])
    expect([script.at(-1), without.at(-1)]).toEqual([200, 303])
  })

  test("does not slow another: a class of 30 sends at once, and nobody is asked anything", async () => {
    agent.destroy()
    agent = kept(16)
    expect(await many("198.51.100.4", 30)).toEqual({ 200: 30 })
    expect(await many("2001:db8:1:ab12::1", 30)).toEqual({ 200: 30 })
  })

  test("leaves no address in what the service says", () => {
    for (const address of [school, "198.51.100.4", "2001:db8"]) expect(service.output()).not.toContain(address)
  })
})

test("nonsense in place of work is not understood", async () => {
  for (const work of ["no", {}, { challenge: {}, solution: {} }, []])
    expect(await send("203.0.113.1", { work })).toMatchObject({ status: 400, refused: { reason: "not-understood" } })
})
