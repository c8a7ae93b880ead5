/** The checks in order, before a site of the test's own: who fails, who is late and who is one too many is answered as such. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import { answerFailure, answering, type Exchange } from "../../src/server/answer.ts"
import { lastResort } from "../../src/server/last-resort.ts"
import { readBodies } from "../../src/server/request-body.ts"
import { takingTurns } from "../../src/server/turns.ts"
import { request } from "../support/request.ts"
import { atEnd } from "../support/test-end.ts"

const few = { atOnce: 1, aRound: 1, waiting: 1 }

const serve = async (handle: (exchange: Exchange) => unknown): Promise<string> => {
  const answer = answering({
    handle,
    take: takingTurns({ submission: few, large: few, page: few }),
    bodies: readBodies(1_000_000),
    last: lastResort<Exchange>(() => undefined, answerFailure),
    security: undefined,
  })
  const server = createServer((asked: IncomingMessage, response: ServerResponse) =>
    answer({ request: asked, response }),
  )
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test("a site that throws, at once or later, is answered with 500 and no word of the error", async () => {
  const url = await serve(({ request: { url: path } }) => {
    const error = new Error("B1 1AA")
    if (path === "/now") throw error
    return Promise.reject(error)
  })
  for (const path of ["/now", "/later"]) {
    const { status, text } = await request(url, { path })
    expect(status).toBe(500)
    expect(text).toMatch(/^Something went wrong/)
    expect(text).not.toContain("B1 1AA")
  }
})

test("an error after the reply leaves the reply as it is", async () => {
  const url = await serve(({ response }) => {
    response.end("ok")
    throw new Error("too late")
  })
  expect((await request(url, { path: "/" })).text).toBe("ok")
})

test("one more than can wait gets 503 with Retry-After, and a submission does not", async () => {
  const held: ServerResponse[] = []
  const url = await serve(({ response }) => void held.push(response))
  const pages = [request(url, { path: "/" })]
  while (held.length < 1) await delay(5)
  // One of the two waits; which of them is up to the network.
  pages.push(request(url, { path: "/" }), request(url, { path: "/" }))
  const refused = await Promise.race(pages)
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "2"])
  const submission = request(url, { method: "POST", path: "/api/trpc/submit", body: "{}" })
  while (held.length < 2) await delay(5)
  for (let ended = 0; ended < 3; await delay(5))
    for (const next of held.splice(0)) {
      next.end("ok")
      ended++
    }
  expect((await submission).text).toBe("ok")
  expect((await Promise.all(pages)).map(({ status }) => status).sort()).toEqual([200, 200, 503])
})

test("the site gets a body that is whole, chunked or not", async () => {
  const url = await serve(({ request: asked, response }) => {
    const body: unknown = "rawBody" in asked ? asked.rawBody : undefined
    response.end(String(body))
  })
  const post = { method: "POST", path: "/api/trpc/submit" }
  expect((await request(url, { ...post, body: "abc" })).text).toBe("abc")
  const chunked = { "content-length": undefined, "transfer-encoding": "chunked" }
  expect((await request(url, { ...post, body: "abc", headers: chunked })).text).toBe("abc")
  const long = await request(url, { ...post, body: "a".repeat(70_000), headers: chunked })
  expect(long.status).toBe(413)
})
