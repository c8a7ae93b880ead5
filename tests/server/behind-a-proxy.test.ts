/** A rehearsal behind a proxy: it states the recorded contact for weaknesses, takes posts of its stated origin, and warns who can reach it. */

import { afterAll, beforeAll, expect, test } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import { samples } from "../../src/commands/sample.ts"
import { declareAll } from "../support/declared-store.ts"
import { recorded } from "../support/policy/dpia/recorded.ts"
import { day } from "../support/policy/team.ts"
import { builtLauncher } from "../support/programs.ts"
import { request, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"
import { newFolder } from "../support/test-end.ts"

const origin = "https://rehearsal.example"
const stated = { mode: "rehearsal", origin }

let service: Service
beforeAll(async () => {
  const launcher = builtLauncher("launch-stated")
  const dataDir = newFolder()
  await declareAll({ mode: "rehearsal", dataDir, databaseUrl: undefined }, recorded, day(dayOf(Date.now())))
  service = await startService({ launcher, dataDir, env: { STATED: JSON.stringify(stated), HOST: "0.0.0.0" } })
}, 120_000)
afterAll(() => service.stop())

const one = () => (samples("9-12", Date.now()) ?? [].values()).next().value

/** As a proxy sends it that puts its own host in place of the site's. */
const behindProxy = { host: "127.0.0.1:8080", origin, "sec-fetch-site": "same-origin" }

test("the stated origin is ours, whatever host the proxy puts in, and so is the rehearsal's own", async () => {
  const url = `http://127.0.0.1:${service.port}`
  expect((await submit(url, one(), { headers: behindProxy })).status).toBe(200)
  expect((await submit(url, one())).status).toBe(200)
})

test("where host and origin differ, script and page learn that a proxy may have changed them", async () => {
  const url = `http://127.0.0.1:${service.port}`
  const headers = { ...behindProxy, origin: "https://other.example" }
  const call = await submit(url, one(), { headers })
  expect(call.status).toBe(403)
  expect(JSON.parse(call.text).error.message).toMatch(/proxy .* Host and Origin .* origin/)
  const page = await request(url, {
    method: "POST",
    path: "/survey/9-12",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: "go=start",
  })
  expect(page.status).toBe(403)
  expect(page.text).toMatch(/proxy .* Host and Origin/)
})

test("security.txt names the contact; other names with a dot stay refused", async () => {
  const url = `http://127.0.0.1:${service.port}`
  const file = await request(url, { path: "/.well-known/security.txt" })
  expect(file.status).toBe(200)
  expect(file.headers["content-type"]).toBe("text/plain; charset=utf-8")
  expect(file.text).toMatch(/^Contact: mailto:security@commissioner\.example\nExpires: 20\d\d-/)
  expect(file.text).toContain(`Canonical: ${origin}/.well-known/security.txt`)
  const head = await request(url, { method: "HEAD", path: "/.well-known/security.txt" })
  expect([head.status, head.text]).toEqual([200, ""])
  for (const path of ["/.well-known/", "/.well-known/other", "/.env", "/.well-known/security.txt/..%2f.env"])
    expect((await request(url, { path })).status, path).toBe(404)
})

test("a rehearsal that other machines can reach says so as it opens", () => {
  expect(service.opening).toMatch(/^HOST 0\.0\.0\.0 lets anyone .* HOST=127\.0\.0\.1$/m)
})
