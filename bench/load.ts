/** Makes the load in its own process: each keep-alive connection sends its next submission when the last is answered. */

import { randomFillSync } from "node:crypto"
import { once } from "node:events"
import { connect, type Socket } from "node:net"

/** The settings of the load, as JSON in its one argument. */
export interface Orders {
  readonly port: number
  readonly path: string
  readonly contentType: string
  readonly acceptEncoding?: string
  readonly connections: number
  readonly seconds: number
  /** How many to send in all; without it, the load ends by time. */
  readonly total?: number
  /** Sent in turn; the token in a body, if it has one, is replaced by a fresh one each time. */
  readonly bodies: readonly string[]
  /** Each request comes from another network, as a named proxy says it: none has sent enough to be asked for work. */
  readonly manyNetworks?: boolean
  /** A text that the body of a good answer contains. */
  readonly expect: string
}

export interface Load {
  readonly answered: number
  readonly refused: number
  readonly seconds: number
  readonly cpuSeconds: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

const tokenPattern = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

interface Prepared {
  readonly bytes: Buffer
  /** Where the token begins, or -1. */
  readonly token: number
  /** Where the network's address begins, or -1. */
  readonly network: number
}

const anyNetwork = "2001:0000:0000:0000::1"

const prepare = ({ port, path, contentType, acceptEncoding, manyNetworks }: Orders, body: string): Prepared => {
  const length = Buffer.byteLength(body)
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    `Content-Type: ${contentType}`,
    ...(acceptEncoding ? [`Accept-Encoding: ${acceptEncoding}`] : []),
    ...(manyNetworks ? [`X-Forwarded-For: ${anyNetwork}`] : []),
    `Content-Length: ${length}`,
    "",
    "",
  ].join("\r\n")
  const bytes = Buffer.from(head + body)
  const found = tokenPattern.exec(body)
  return { bytes, token: found === null ? -1 : bytes.indexOf(found[0]), network: bytes.indexOf(anyNetwork) }
}

const random = Buffer.alloc(16_384)
let used = random.length

/** The first and last groups of the token are enough to make it fresh. */
const refresh = ({ bytes, token, network }: Prepared): void => {
  if (token < 0) return
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  bytes.write(random.toString("hex", used, used + 4), token, "latin1")
  bytes.write(random.toString("hex", used + 4, used + 10), token + 24, "latin1")
  if (network >= 0)
    for (const [group, at] of [5, 10, 15].entries())
      bytes.write(random.toString("hex", used + 10 + 2 * group, used + 12 + 2 * group), network + at, "latin1")
  used += 16
}

const endOfHead = Buffer.from("\r\n\r\n")
const lengthName = Buffer.from("\r\ncontent-length: ")

/** The whole answer, or `undefined` while there is more to come. */
const answerIn = (bytes: Buffer): string | undefined => {
  const head = bytes.indexOf(endOfHead)
  if (head < 0) return undefined
  const text = bytes.toString("latin1", 0, head).toLowerCase()
  const at = text.indexOf(lengthName.toString())
  if (at < 0) return bytes.subarray(-5).equals(lastChunk) ? bytes.toString("latin1") : undefined
  const length = Number.parseInt(text.slice(at + lengthName.length), 10)
  return bytes.length >= head + 4 + length ? bytes.toString("latin1") : undefined
}

const lastChunk = Buffer.from("0\r\n\r\n")

const run = async (orders: Orders): Promise<Load> => {
  const prepared = orders.bodies.map((body) => prepare(orders, body))
  const took: number[] = []
  let refused = 0
  let next = 0
  const began = performance.now()
  const until = began + orders.seconds * 1000
  const cpuBefore = process.cpuUsage()

  const converse = async (): Promise<void> => {
    const socket: Socket = connect({ port: orders.port, host: "127.0.0.1", noDelay: true })
    await once(socket, "connect")
    await new Promise<void>((resolve, reject) => {
      let sent = 0
      let held: Buffer | undefined
      const send = (): void => {
        sent = performance.now()
        const one = prepared[next++ % prepared.length]
        if (sent >= until || one === undefined || next > (orders.total ?? Number.POSITIVE_INFINITY)) {
          socket.destroy()
          return
        }
        refresh(one)
        // A copy, because the kernel may take it after the next connection has put its own token in.
        socket.write(Buffer.from(one.bytes))
      }
      socket.on("data", (chunk: Buffer) => {
        const bytes = held === undefined ? chunk : Buffer.concat([held, chunk])
        const answer = answerIn(bytes)
        held = answer === undefined ? bytes : undefined
        if (answer === undefined) return
        if (answer.startsWith("HTTP/1.1 200") && answer.includes(orders.expect)) took.push(performance.now() - sent)
        else refused++
        send()
      })
      socket.on("error", reject)
      socket.on("close", () => resolve())
      send()
    })
  }
  await Promise.all(Array.from({ length: orders.connections }, converse))

  const { user, system } = process.cpuUsage(cpuBefore)
  took.sort((a, b) => a - b)
  const percentile = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return {
    answered: took.length,
    refused,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
  }
}

process.on("message", async (orders: Orders) => {
  process.send?.(await run(orders))
  process.disconnect?.()
})
