/** Measures what a flood from one network gains, what an answer costs the attacker, and what children elsewhere notice meanwhile. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { samples } from "../src/commands/sample.ts"
import { burst } from "../src/server/senders/admission.ts"
import { behindProxy, fromAnywhere } from "../tests/support/networks.ts"
import { kept, submit } from "../tests/support/request.ts"
import { startService } from "../tests/support/service.ts"
import type { Forged, Forging } from "./forger.ts"
import { load, rate } from "./measure.ts"
import { publish } from "./report.ts"

const seconds = Number(process.env["BENCH_SECONDS"] ?? 15)
const bodies = (samples("9-12", 3) ?? [].values()).take(500).toArray()
const body = bodies[0] ?? {}

const service = await startService(behindProxy)

const forging = async (orders: Pick<Forging, "network" | "connections" | "works">): Promise<Forged> => {
  const child = fork(join(import.meta.dirname, "forger.ts"), { execArgv: ["--disable-warning=ExperimentalWarning"] })
  child.send({ url: service.url, body, seconds, ...orders } satisfies Forging)
  const [forged] = (await once(child, "message")) as [Forged]
  return forged
}

/** Milliseconds of submissions from networks that have sent nothing else: five a second. */
const children = async (during: Promise<unknown>): Promise<number> => {
  const agent = kept(1)
  const took: number[] = []
  let isOver = false
  const ended = during.then(() => {
    isOver = true
  })
  for (let child = 0; !isOver; child++) {
    const began = performance.now()
    const { status } = await submit(service.url, bodies[child % bodies.length], { agent, headers: fromAnywhere() })
    if (status !== 200) throw new Error(`a child elsewhere got ${status}`)
    took.push(performance.now() - began)
    await delay(200)
  }
  await ended
  agent.destroy()
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0
}

const calm = await children(delay(5_000))

/** As it was: nothing is counted against one network. */
const unlimited = load({
  port: service.port,
  path: "/api/trpc/submit",
  contentType: "application/json",
  connections: 8,
  seconds,
  manyNetworks: true,
  bodies: bodies.map((each) => JSON.stringify(each)),
  expect: "accepted",
})
const whileUnlimited = await children(unlimited)

const idle = forging({ network: "192.0.2.7", connections: 8, works: false })
const whileIdle = await children(idle)
const working = forging({ network: "192.0.2.7", connections: 2, works: true })
const whileWorking = await children(working)
const [before, without, withWork] = [await unlimited, await idle, await working]
await service.stop()

const costBefore = before.cpuSeconds / before.answered
const cost = withWork.cpuSeconds / withWork.accepted
const figure = (value: number): string => value.toPrecision(3)

const held = publish({
  name: "flood",
  title: `A flood from one network, ${seconds} s each`,
  head: [
    "",
    "accepted a second",
    "asked for work a second",
    "attacker's CPU s an answer",
    "children elsewhere, p95 ms",
  ],
  rows: [
    ["nobody floods", "", "", "", figure(calm)],
    ["as from many networks: no limit", figure(rate(before)), "0", figure(costBefore), figure(whileUnlimited)],
    [
      "one network, does no work",
      figure(without.accepted / without.seconds),
      figure(without.asked / without.seconds),
      "",
      figure(whileIdle),
    ],
    [
      "one network, works on 2 connections",
      figure(withWork.accepted / withWork.seconds),
      figure(withWork.asked / withWork.seconds),
      figure(cost),
      figure(whileWorking),
    ],
  ],
  bars: [
    { what: "accepted without work", found: without.accepted, wanted: `≤ ${burst}`, held: without.accepted <= burst },
    {
      what: "cost of an answer, times as before",
      found: cost / costBefore,
      wanted: "≥ 100",
      held: cost >= 100 * costBefore,
    },
    {
      what: "p95 elsewhere, ms",
      found: Math.max(whileIdle, whileWorking),
      wanted: "≤ 250",
      held: Math.max(whileIdle, whileWorking) <= 250,
    },
  ],
  figures: { calm, unlimited: before, without, withWork, whileUnlimited, whileIdle, whileWorking },
})
process.exitCode = held ? 0 : 1
