/** What goes over the wire: one reply, no echo, no cookie, and whatever no page of ours would send is turned away. */
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest"
import { samples } from "../../src/commands/sample.ts"
import type { reasons } from "../../src/server/refused.ts"
import type { RequestContext } from "../../src/server/trpc.ts"
import { openedAnswers } from "../support/collected-answers.ts"
import { type Answer, request, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
}, 120_000)
afterAll(() => service.stop())

const secret = "quagmire-7-zebedee"
const valid = () => {
  const { value } = drawn.next()
  if (value === undefined) throw new Error("there are always more samples")
  return value
}
const drawn = samples("9-12", Date.now()) ?? [].values()

const accepted = '{"result":{"data":{"accepted":true}}}'

/** A refusal is an error of a known kind that says what to do, and nothing else. */
const refusedWith = (answer: Answer, status: number, reason: (typeof reasons)[number]) => {
  expect(answer.status).toBe(status)
  expect(answer.headers["content-type"]).toMatch(/^application\/json/)
  const { error, ...rest } = JSON.parse(answer.text)
  expect(rest).toEqual({})
  expect(Object.keys(error).toSorted()).toEqual(["code", "data", "message"])
  expect(error.data.refused.reason).toBe(reason)
  expect(error.data.refused.whatToDo).toBe(error.message)
  expect(error.data.httpStatus).toBe(status)
  expect(answer.text).not.toMatch(/stack|\.ts|\.mjs|node_modules|Error:/)
  expect(answer.text).not.toContain(secret)
}

/** Turned away by the HTTP server itself, in plain words. */
const turnedAway = (answer: Answer, status: number) => {
  expect(answer.status).toBe(status)
  expect(answer.text).not.toContain(secret)
}

/** Bytes as they are; resolves with what comes back before the other side closes. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(service.port, "127.0.0.1", () => socket.write(text))
    let heard = ""
    socket.setTimeout(8_000, () => socket.destroy())
    socket.on("data", (chunk) => {
      heard += chunk.toString()
      if (heard.includes("\r\n\r\n")) socket.end()
    })
    // A service that will hear no more may reset the connection before its answer is read.
    socket.on("error", () => resolve(heard))
    socket.on("close", () => resolve(heard))
  })

const post = (headers: readonly string[], body = "") =>
  raw([`POST /api/trpc/submit HTTP/1.1`, `Host: 127.0.0.1:${service.port}`, ...headers, "", body].join("\r\n"))

describe("a submission", () => {
  test("is answered with exactly one thing", async () => {
    const answer = await submit(service.url, valid())
    expect(answer.text).toBe(accepted)
    expect(answer.status).toBe(200)
    expect(answer.headers["content-type"]).toBe("application/json")
    expect(answer.headers["cache-control"]).toBe("no-store")
  })

  test("sent again with the same token is accepted again and kept once", async () => {
    const one = valid()
    const before = (await openedAnswers(service.dataDir)).length
    for (let time = 0; time < 3; time++) expect((await submit(service.url, one)).text).toBe(accepted)
    const both = await Promise.all([submit(service.url, one), submit(service.url, one)])
    expect(both.map(({ text }) => text)).toEqual([accepted, accepted])
    expect((await openedAnswers(service.dataDir)).length).toBe(before + 1)
  })

  test("may come in chunks, as some proxies of schools send it", async () => {
    const body = JSON.stringify(valid())
    const chunks = [body.slice(0, 40), body.slice(40)].map(
      (part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`,
    )
    const headers = [`Origin: ${service.url}`, "Content-Type: application/json", "Transfer-Encoding: chunked"]
    const heard = await post(headers, `${chunks.join("")}0\r\n\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
    expect(heard).toContain(accepted)
  })

  test("may have its charset named, in any case", async () => {
    const headers = { "content-type": "Application/JSON; charset=UTF-8" }
    expect((await submit(service.url, valid(), { headers })).status).toBe(200)
  })
})

describe("refused", () => {
  test("GET, with an answer in the address or without", async () => {
    turnedAway(await request(service.url, { path: "/api/trpc/submit" }), 405)
    turnedAway(await request(service.url, { path: `/api/trpc/submit?input=${secret}` }), 405)
  })

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("%s", async (method) => {
    turnedAway(await request(service.url, { method, path: "/api/trpc/submit", headers: { origin: service.url } }), 405)
  })

  test.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "application/json, text/plain",
    "application/jsonp",
    "text/json",
    "",
  ])("the content type %j", async (type) => {
    refusedWith(await submit(service.url, valid(), { headers: { "content-type": type } }), 415, "wrong-kind-of-request")
  })

  test.each([
    ["from another site", { origin: "https://evil.example" }],
    ["with no Origin", { origin: undefined }],
    ["with the Origin null", { origin: "null" }],
    ["from another port", { origin: "http://127.0.0.1:1" }],
    ["from a name that begins like ours", { origin: "http://127.0.0.1.evil.example" }],
    ["marked cross-site", { "sec-fetch-site": "cross-site" }],
    ["marked same-site", { "sec-fetch-site": "same-site" }],
    ["marked none", { "sec-fetch-site": "none" }],
  ])("%s", async (_, headers) => {
    refusedWith(await submit(service.url, valid(), { headers }), 403, "wrong-origin")
  })

  test("a batch of calls", async () => {
    const paths = ["/api/trpc/submit,submit?batch=1", "/api/trpc/submit?batch=1", "/api/trpc/submit%2Csubmit?batch=1"]
    for (const path of paths) {
      const answer = await submit(service.url, { 0: valid(), 1: valid() }, { path })
      expect([400, 404, 415]).toContain(answer.status)
      expect(answer.text).not.toContain("accepted")
    }
  })

  test.each(["nothing", "submit.all", "__proto__", "constructor", "_def", "toString", ""])(
    "the procedure %j, which there is not",
    async (name) => {
      const answer = await submit(service.url, valid(), { path: `/api/trpc/${name}` })
      refusedWith(answer, 404, "not-understood")
    },
  )

  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["a string", `"${secret}"`],
    ["an unknown form", JSON.stringify({ ...valid(), form: secret })],
    ["a token that is no UUID", JSON.stringify({ ...valid(), token: secret })],
    ["a token in capitals", JSON.stringify({ ...valid(), token: "A0A0A0A0-A0A0-4A0A-8A0A-A0A0A0A0A0A0" })],
    ["an unknown key", JSON.stringify({ ...valid(), [secret]: secret })],
    ["answers that are no object", JSON.stringify({ ...valid(), answers: secret })],
    ["a question of no form", JSON.stringify({ ...valid(), answers: { [secret]: "yes" } })],
    ["nesting", JSON.stringify({ ...valid(), answers: { age: [[[[[[[[secret]]]]]]]] } })],
    ["10,000 brackets", "[".repeat(10_000)],
  ])("a body of %s", async (_, body) => {
    refusedWith(await submit(service.url, body), 400, "not-understood")
  })

  test("an invalid answer, naming the question and never the value", async () => {
    const answer = await submit(service.url, { ...valid(), answers: { age: secret } })
    refusedWith(answer, 400, "not-understood")
    expect(JSON.parse(answer.text).error.data.refused.question).toBe("age")
  })

  test("a postcode from a secure setting, naming the rule", async () => {
    const answers = { setting: "young-offender-institution", "home-postcode": { postcode: secret } }
    const answer = await submit(service.url, { ...valid(), answers })
    refusedWith(answer, 400, "against-a-rule")
    expect(answer.text).toContain("no-postcode-in-secure-settings")
  })
})

describe("too much", () => {
  test("a long body, a declared gigabyte, a length that is no number, or none is refused at once", async () => {
    const began = performance.now()
    turnedAway(await submit(service.url, JSON.stringify({ ...valid(), more: secret.repeat(10_000) })), 413)
    expect(await post(["Content-Length: 1073741824"])).toMatch(/^HTTP\/1\.1 413 /)
    expect(await post(["Content-Length: 99999999999999999999999"])).toMatch(/^HTTP\/1\.1 4(00|13) /)
    expect(await post(["Content-Length: -1"])).toMatch(/^HTTP\/1\.1 4/)
    expect(await post(["Content-Length: 1e3"])).toMatch(/^HTTP\/1\.1 4/)
    const chunk = `8000\r\n${secret.repeat(2_000).slice(0, 0x8000)}\r\n`
    expect(await post(["Transfer-Encoding: chunked"], chunk.repeat(3))).toMatch(/^HTTP\/1\.1 413 /)
    expect(await post(["Transfer-Encoding: gzip, chunked"], "0\r\n\r\n")).toMatch(/^HTTP\/1\.1 501 /)
    expect(await post([])).toMatch(/^HTTP\/1\.1 411 /)
    expect(await post(["Content-Length: 2", "Transfer-Encoding: chunked"], "0\r\n\r\n")).toMatch(/^HTTP\/1\.1 4/)
    // Less than what the service waits for a body, or a client here for a reply.
    expect(performance.now() - began).toBeLessThan(8_000)
  })

  test("a long address, a long header and many headers", async () => {
    turnedAway(await request(service.url, { path: `/${"a".repeat(600)}` }), 414)
    turnedAway(await submit(service.url, valid(), { path: `/api/trpc/${"a".repeat(600)}` }), 414)
    const long = await post(["Content-Length: 0", `X-Long: ${"a".repeat(70_000)}`])
    expect(long).toMatch(/^(HTTP\/1\.1 431 .*)?$/s)
    const many = Array.from({ length: 3_000 }, (_, index) => `X-${index}: ${index}`)
    expect(await post(["Content-Length: 0", ...many])).toMatch(/^(HTTP\/1\.1 4.*)?$/s)
  })

  test("a body that is too long is not asked for", async () => {
    expect(await post(["Expect: 100-continue", "Content-Length: 1073741824"])).toMatch(/^HTTP\/1\.1 413 /)
    expect(await post(["Expect: 100-continue", "Content-Length: 2"])).toMatch(/^HTTP\/1\.1 100 /)
  })

  test("a host that is no host harms nobody", async () => {
    for (const host of ["a b", "[", "http://x", "", "x:y:z", "%00"]) {
      const heard = await raw(`POST /api/trpc/submit HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\n\r\n{}`)
      expect(heard).toMatch(/^HTTP\/1\.1 4/)
    }
    expect((await request(service.url, { path: "/health" })).text).toBe("ok")
  })
})

describe("every answer", () => {
  const addresses: readonly { method: string; path: string; body?: string }[] = [
    { method: "GET", path: "/" },
    { method: "GET", path: "/health" },
    { method: "GET", path: "/survey/9-12" },
    { method: "GET", path: "/nowhere" },
    { method: "GET", path: "/_server" },
    { method: "GET", path: "/_build/../../package.json" },
    { method: "GET", path: "/%2e%2e/%2e%2e/package.json" },
    { method: "GET", path: "/%" },
    { method: "GET", path: "/icon.svg" },
    { method: "HEAD", path: "/" },
    { method: "GET", path: "/api/trpc/submit" },
    { method: "PUT", path: "/" },
    { method: "POST", path: "/" },
    { method: "POST", path: "/api/trpc/submit" },
    { method: "POST", path: "/api/trpc/nothing" },
    { method: "POST", path: "/survey/9-12", body: "go=start" },
    { method: "POST", path: "/survey/9-12", body: "go=next&sealed=nonsense" },
    { method: "POST", path: "/survey/nowhere", body: "go=start" },
  ]

  test.each(addresses)(
    "to $method $path is safe, has no cookie and says nothing of us",
    async ({ method, path, body }) => {
      const type = body === undefined ? "application/json" : "application/x-www-form-urlencoded"
      const answer = await request(service.url, {
        method,
        path,
        headers: { origin: service.url, "content-type": type, cookie: `a=${secret}` },
        ...(method === "POST" && { body: body ?? "{}" }),
      })
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers["content-security-policy"]).toMatch(/default-src 'none'/)
      expect(answer.headers["content-security-policy"]).toMatch(/base-uri 'none'/)
      expect(answer.headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/)
      expect(answer.headers["content-security-policy"]).not.toMatch(/https?:|unsafe|\*/)
      expect(answer.headers).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "permissions-policy": expect.stringContaining("geolocation=()"),
      })
      expect(answer.headers).not.toHaveProperty("set-cookie")
      expect(answer.headers).not.toHaveProperty("x-powered-by")
      expect(answer.headers).not.toHaveProperty("server")
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin")
      expect(answer.text).not.toContain(secret)
      expect(answer.text).not.toMatch(/node_modules|at .*\.mjs/)
    },
  )

  test("to /health is 200, and says only that", async () => {
    const answer = await request(service.url, { path: "/health" })
    expect([answer.status, answer.text]).toEqual([200, "ok"])
  })
})

test("what a procedure knows of a request has no room for an address, an agent or a cookie", () => {
  expectTypeOf<keyof RequestContext>().toEqualTypeOf<"stored" | "sender">()
  expectTypeOf<Parameters<RequestContext["stored"]>[0]>().toBeString()
})

test("of all this nothing was written to an output", () => {
  expect(service.output()).toBe(service.opening)
})
