/** Whatever is sent, the service says what the door says, keeps only what the door lets through, and repeats nothing. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { openedAnswers } from "../support/collected-answers.ts"
import { keptOf } from "../support/expected-row.ts"
import { type Case, canary, fuzzCases } from "../support/fuzz-cases.ts"
import { behindProxy, fromAnywhere } from "../support/networks.ts"
import { each, kept, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

const count = Number(process.env["FUZZ"] ?? 2_000)
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)
const connections = 32
const longestBody = 64 * 1024

let service: Service
beforeAll(async () => {
  service = await startService(behindProxy)
}, 120_000)
afterAll(() => service.stop())

interface Told {
  readonly it: Case
  readonly status: number
  readonly text: string
}

test(`${count} submissions, most of them wrong, from the seed ${seed}`, { timeout: 600_000 }, async () => {
  console.log(`FUZZ=${count} SEED=${seed}`)
  const cases = fuzzCases(count, seed)
  const agent = kept(connections)
  const told: Told[] = []
  const began = performance.now()
  await each(cases, connections, async (it) => {
    const { status, text } = await submit(service.url, it.body, { agent, headers: fromAnywhere() })
    told.push({ it, status, text })
  })
  const seconds = (performance.now() - began) / 1_000
  agent.destroy()
  console.log(
    `${count} in ${seconds.toFixed(1)} s; ${told.filter(({ status }) => status === 200).length} were accepted`,
  )

  const mayPass = ({ body }: Case) => (Buffer.byteLength(body) > longestBody ? undefined : keptOf(body))
  const wrongly = told.filter(({ it, status }) => (status === 200) !== (mayPass(it) !== undefined))
  expect(wrongly.map(({ it, status }) => `${it.kind}: ${status}`)).toEqual([])
  const others = told.filter(({ status }) => status !== 200 && status !== 400 && status !== 413)
  expect(others.map(({ it, status }) => `${it.kind}: ${status}`)).toEqual([])
  const echoes = told.filter(({ text }) => text.includes(canary) || /stack|\.mjs|\.ts:/.test(text))
  expect(echoes.map(({ it }) => it.kind)).toEqual([])

  const wanted = new Map(
    cases.flatMap((it) => {
      const passed = mayPass(it)
      return passed ? [[passed.token, passed.kept] as const] : []
    }),
  )
  const rows = await openedAnswers(service.dataDir)
  expect(rows.map((row) => canonicalJson(row)).toSorted()).toEqual([...wanted.values()].toSorted())
  expect(rows.length).toBeGreaterThan(count / 50)
  expect(service.output()).toBe(service.opening)
})
