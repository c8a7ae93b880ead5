/** Attacks a service in a process of its own, until its parent ends it: many connections that wait, stall or ask too much. */
import { connect, type Socket } from "node:net"

export const attacks = ["idle", "slow header", "slow body", "pipelining", "stalled reading", "large batches"] as const
export type Attack = (typeof attacks)[number]

/** Its one argument, as JSON. */
export interface Orders {
  readonly attack: Attack
  readonly port: number
  readonly connections: number
  /** Milliseconds after which a connection that was ended is made again. */
  readonly pause: number
}

const orders: Orders = JSON.parse(process.argv[2] ?? "{}")
const { port } = orders

const head = (line: string, ...headers: readonly string[]): string =>
  [`${line} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`, ...headers, "", ""].join("\r\n")

const page = head("GET /survey/9-12")

/** As long as a call may be. */
const longest = 64 * 1024
const batch = JSON.stringify(Array.from({ length: longest / 16 }, () => "x".repeat(13)))
  .slice(0, longest - 2)
  .concat('"]')
const calls = [
  head(`POST /api/trpc/submit?batch=1`, "Content-Type: application/json", `Content-Length: ${batch.length}`) + batch,
  head(
    `POST /api/trpc/${"submit,".repeat(60)}submit?batch=1`,
    "Content-Type: application/json",
    `Content-Length: ${batch.length}`,
  ) + batch,
]

/** Writes again and again, until the connection ends. */
const every = (milliseconds: number, socket: Socket, bytes: string): void => {
  const timer = setInterval(() => socket.write(bytes), milliseconds)
  socket.once("close", () => clearInterval(timer))
}

/** What one connection does once it is open. */
const begin: Readonly<Record<Attack, (socket: Socket, index: number) => void>> = {
  idle: (socket) => void socket.resume(),
  "slow header": (socket) => {
    socket.resume().write(head("GET /").slice(0, -2))
    every(1_000, socket, "X-More: 1\r\n")
  },
  "slow body": (socket) => {
    socket.resume().write(head("POST /api/trpc/submit", "Content-Type: application/json", `Content-Length: ${longest}`))
    socket.write("x".repeat(longest / 2))
    every(1_000, socket, "x")
  },
  pipelining: (socket) => {
    socket.pause().write(page.repeat(1_000))
    every(200, socket, page)
  },
  "stalled reading": (socket) => {
    socket.pause().write(page)
    every(200, socket, page)
  },
  "large batches": (socket, index) => {
    const call = calls[index % calls.length] ?? ""
    socket.write(call)
    socket.on("data", () => socket.write(call))
  },
}

const attack = (index: number): void => {
  const socket = connect({ port, host: "127.0.0.1" })
  socket.once("connect", () => begin[orders.attack](socket, index))
  socket.on("error", () => undefined)
  socket.once("close", () => setTimeout(attack, orders.pause, index))
}

if (process.argv[1] === import.meta.filename) {
  process.once("disconnect", () => process.exit())
  // One after another: a crowd that moves in step would be an attack of its own.
  const { connections, pause } = orders
  for (let index = 0; index < connections; index++) setTimeout(attack, (index * pause) / connections, index)
}
