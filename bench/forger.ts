/** Forges submissions from one network in its own process, and does the work it is asked for, as fast as this machine can. */
import { randomUUID } from "node:crypto"
import { solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/pbkdf2"
import { from } from "../tests/support/networks.ts"
import { each, kept, submit } from "../tests/support/request.ts"

/** The settings, as JSON in its one message. */
export interface Forging {
  readonly url: string
  readonly network: string
  readonly body: object
  readonly seconds: number
  readonly connections: number
  readonly works: boolean
}

export interface Forged {
  readonly accepted: number
  readonly asked: number
  readonly seconds: number
  readonly cpuSeconds: number
}

const forge = async ({ url, network, body, seconds, connections, works }: Forging): Promise<Forged> => {
  const agent = kept(connections)
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  const isOver = () => performance.now() - began > seconds * 1_000
  let [accepted, asked] = [0, 0]
  const send = async (submission: object): Promise<void> => {
    const { status, text } = await submit(url, submission, { agent, headers: from(network) })
    if (status === 200) accepted += 1
    if (status !== 428) return
    asked += 1
    if (!works || isOver()) return
    const { challenge } = JSON.parse(text).error.data.refused.first
    const solution = await solveChallenge({ challenge, deriveKey })
    if (solution) await send({ ...submission, work: { challenge, solution: { ...solution, time: undefined } } })
  }
  await each(Array.from({ length: connections }), connections, async () => {
    while (!isOver()) await send({ ...body, token: randomUUID() })
  })
  agent.destroy()
  const { user, system } = process.cpuUsage(cpuBefore)
  return { accepted, asked, seconds: (performance.now() - began) / 1_000, cpuSeconds: (user + system) / 1e6 }
}

process.on("message", async (forging: Forging) => {
  process.send?.(await forge(forging))
  process.disconnect?.()
})
