/** A real server: connections beyond the limit push out the idlest, one request runs on each, and an unread reply ends it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { watchSockets } from "../../src/server/sockets.ts"
import { statusesIn } from "../support/raw-bytes.ts"
import { atEnd } from "../support/test-end.ts"

const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
/** Milliseconds that no test reaches, however slow its machine is; a test of a limit shortens its own. */
const long = 600_000
const limits = { most: 3, unread: 16_000_000, reading: long, bytesASecond: 1e9, answering: long }

const serve = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  change: Partial<typeof limits> = {},
) => {
  const late: string[] = []
  let requests = 0
  const server = createServer()
  const sockets = watchSockets({ ...limits, ...change }, ({ response }) => {
    late.push("late")
    response.writeHead(503).end()
  })
  server.on("connection", sockets.connected)
  server.on("request", (request, response) => {
    requests += 1
    if (sockets.begin({ request, response })) answer(request, response)
  })
  server.on("clientError", (_, socket: Socket) => sockets.refuse(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"))
  const checks = setInterval(sockets.check, 20)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const clients: Socket[] = []
  atEnd(() => {
    clearInterval(checks)
    for (const client of clients) client.destroy()
    server.closeAllConnections()
    server.close()
  })
  /** `reads` false: the client leaves every reply unread. */
  const client = async (reads = true) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
    clients.push(socket)
    const state = { heard: "", closed: false, socket }
    socket.on("error", () => undefined)
    socket.on("close", () => {
      state.closed = true
    })
    if (reads)
      socket.on("data", (chunk: Buffer) => {
        state.heard += chunk.toString("latin1")
      })
    else socket.pause()
    await new Promise((resolve) => socket.once("connect", resolve))
    return state
  }
  return { client, late, requests: () => requests }
}

const untilTrue = async (isTrue: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 20_000 && !isTrue(); waited += 10) await delay(10)
  expect(isTrue()).toBe(true)
}

test("one connection more than the limit ends the one that has been idle for longest", async () => {
  const { client } = await serve((_, response) => response.end("ok"))
  const [first, second, third] = [await client(), await client(), await client()]
  first.socket.write(get)
  await untilTrue(() => first.heard.includes("ok"))
  const fourth = await client()
  await untilTrue(() => second.closed)
  fourth.socket.write(get)
  await untilTrue(() => fourth.heard.includes("ok"))
  expect([first.closed, third.closed]).toEqual([false, false])
})

test("where all are being answered, the newcomer is the one that goes", async () => {
  const replies: ServerResponse[] = []
  const { client } = await serve((_, response) => void replies.push(response))
  const busy = [await client(), await client(), await client()]
  for (const { socket } of busy) socket.write(get)
  await untilTrue(() => replies.length === busy.length)
  const newcomer = await client()
  await untilTrue(() => newcomer.closed)
  for (const reply of replies) reply.end("ok")
  await untilTrue(() => busy.every(({ heard }) => heard.includes("ok")))
})

test("requests that come before the last was answered are not heard, and the client learns so", async () => {
  const { client } = await serve((_, response) => void setTimeout(() => response.end("ok"), 20))
  const one = await client()
  one.socket.write(get.repeat(9))
  await untilTrue(() => one.closed)
  expect(statusesIn(one.heard)).toEqual([200])
  expect(one.heard).toContain("Connection: close")
})

test("a flood of requests ends the connection at once", async () => {
  const { client } = await serve(() => undefined)
  const one = await client()
  one.socket.write(get.repeat(500))
  await untilTrue(() => one.closed)
  expect(one.heard).toBe("")
})

test("a second request after the reply is answered on the same connection", async () => {
  const { client } = await serve((_, response) => response.end("ok"))
  const one = await client()
  for (let count = 1; count <= 5; count++) {
    one.socket.write(get)
    await untilTrue(() => statusesIn(one.heard).length === count)
  }
  expect(one.closed).toBe(false)
})

test("bytes that are no request end the connection, after the reply that is under way", async () => {
  const { client } = await serve((_, response) => void setTimeout(() => response.end("ok"), 50))
  const wrong = await client()
  wrong.socket.write("\0\0\r\n\r\n")
  await untilTrue(() => wrong.closed)
  expect(statusesIn(wrong.heard)).toEqual([400])
  const both = await client()
  both.socket.write(`${get}\0\0\r\n\r\n`)
  await untilTrue(() => both.closed)
  expect(statusesIn(both.heard)).toEqual([200])
})

test("a reply that nobody reads ends the connection, after some time", async () => {
  const began = performance.now()
  const replies: ServerResponse[] = []
  const reading = 200
  const { client } = await serve(
    (_, response) => {
      replies.push(response)
      response.end(Buffer.alloc(12_000_000))
    },
    { reading },
  )
  const stalled = await client(false)
  stalled.socket.write(get)
  await untilTrue(() => replies.some(({ destroyed }) => destroyed))
  expect(performance.now() - began).toBeGreaterThan(reading)
})

test("where replies that nobody reads are too much together, the oldest goes at once", async () => {
  const replies: ServerResponse[] = []
  const { client } = await serve((_, response) => {
    replies.push(response)
    response.end(Buffer.alloc(12_000_000))
  })
  for (const stalled of [await client(false), await client(false)]) {
    stalled.socket.write(get)
    await untilTrue(() => replies.at(-1)?.writableEnded === true)
    await delay(20)
  }
  expect(replies.map(({ destroyed }) => destroyed)).toEqual([true, false])
})

test("a request that the site never answers is answered for it", async () => {
  const { client, late } = await serve(() => undefined, { answering: 300 })
  const one = await client()
  one.socket.write(get)
  await untilTrue(() => statusesIn(one.heard).includes(503))
  expect(late).toEqual(["late"])
})
