/** Thirty children of a class send together from one address: nobody is refused, and nobody waits longer than a second. */
import { expect, test } from "vitest"
import type { WireAnswers } from "../../policy/data/answer.ts"
import { journey } from "../../surveys/journey.ts"
import { askedForm, postcodeGiven, schoolGiven, written } from "../support/e2e/child-answers.ts"
import { swift } from "../support/e2e/hand.ts"
import { scriptless } from "../support/e2e/scriptless.ts"
import { useSite } from "../support/e2e/site.ts"
import { added } from "../support/e2e/stored-answers.ts"
import { begin, finish, type Walk, walkOn } from "../support/e2e/walk.ts"
import { kept as connections } from "../support/request.ts"
import { limitHere } from "../support/slowness.ts"

const site = useSite()
const [second, minute] = [1_000, 60_000]
const place = {
  school: schoolGiven.code,
  "home-postcode": { postcode: postcodeGiven },
}

const form = askedForm("6-8")
const given: WireAnswers = { "life-change": { text: written }, setting: "with-parents", ...place }

/** Milliseconds that each page took. */
const sendTogether = async (): Promise<readonly number[]> => {
  const agent = connections(30)
  const clients = Array.from({ length: 30 }, () => scriptless(site.service().url, form, agent))
  const browsers: Walk[] = []
  for (const script of [true, false]) {
    const { page } = await site.visit({ script })
    const walk = { page, form, hand: swift(page) }
    await begin(walk, site.service().url)
    browsers.push(walk)
  }
  const took: number[] = []
  const stored = await added(site.service(), async () => {
    for (const walk of browsers) await walkOn(walk, given)
    await Promise.all(clients.map(async (client) => took.push(...(await client.walk(given)).map((page) => page.took))))
    await Promise.all([
      ...clients.map(async (client) => {
        const sent = await client.send()
        expect(sent.headers.location).toBe("/finished/6-8")
        took.push(sent.took)
      }),
      ...browsers.map((walk) => finish(walk)),
    ])
  })
  agent.destroy()
  expect(stored).toHaveLength(32)
  expect(new Set(stored.map((each) => JSON.stringify(each.answers))).size).toBe(1)
  return took
}

/** Only a machine that is slow gets more than one round: other processes may have taken its time. */
const mostRounds = 3

test("a class sends together from one address: 30 without script and 2 browsers, all kept, each page within a second", {
  timeout: 4 * minute,
}, async () => {
  for (let round = 1; ; round++) {
    const took = await sendTogether()
    expect(took).toHaveLength(30 * (2 + journey(form, given).pages.length + 1))
    const slowest = Math.max(...took)
    const limit = limitHere(second, slowest)
    if (slowest > limit && limit > second && round < mostRounds) continue
    return expect(slowest).toBeLessThanOrEqual(limit)
  }
})
