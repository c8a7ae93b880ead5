/** A complaint goes by a page without script into the store, staff answer it, and only its reference reads the answer. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { beforeAll, expect, test } from "vitest"
import { newReference } from "../../db/complaints/reference.ts"
import { parameters } from "../../policy/parameters.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf, personOf } from "../support/policy/team.ts"
import { request } from "../support/request.ts"
import { type Service, sharedService } from "../support/service.ts"

let service: Service
let storage: StorageSettings
beforeAll(async () => {
  service = await sharedService()
  storage = { mode: "rehearsal", dataDir: service.dataDir, databaseUrl: undefined }
}, 120_000)

const post = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  request(service.url, {
    method: "POST",
    path: "/complaint",
    headers: { origin: service.url, "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const referenceIn = (html: string): string => /(?:[0-9a-f]{4}-){7}[0-9a-f]{4}/.exec(html)?.[0] ?? ""
const read = async (reference: string) => (await post({ go: "read", reference })).text
const asked = async (...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, "complaints", ...args))
  return { code, text: said.join("\n") }
}
const files = () =>
  readdirSync(service.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("private"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

test("from the privacy page to the answer, and nobody without the reference reads it", {
  timeout: 60_000,
}, async () => {
  expect((await request(service.url, { path: "/privacy" })).text).toContain('href="/complaint"')
  const form = await request(service.url, { path: "/complaint" })
  expect([form.status, form.text.includes("<script")]).toEqual([200, false])

  const kept = await post({ go: "send", words: "You asked ZQXWORDS.\r\nI did not like it.", contact: "ZQXCONTACT" })
  const reference = referenceIn(kept.text)
  expect([kept.status, kept.headers["cache-control"]]).toEqual([200, "no-store"])
  expect(reference).not.toBe("")
  const unanswered = await read(reference)
  expect(unanswered).toContain("no answer to this reference yet")
  expect(await read(newReference().words)).toBe(unanswered)

  const digits = Buffer.from(reference.replaceAll("-", ""), "hex")
  const secrets = ["ZQXWORDS", "ZQXCONTACT", reference, digits.toString("hex"), digits]
  for (const bytes of files()) expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
  expect(service.output()).not.toMatch(/ZQX|complaint/i)

  const evidence = await openedEvidence(evidenceSource(storage))
  await Effect.runPromise(evidence.keepMember(memberOf("dpo")))
  const by = ["--by", personOf("dpo")]
  const [id = ""] = /[0-9a-f]{12}(?=.*acknowledge it by)/.exec((await asked("list")).text) ?? []
  const stranger = await asked("read", id, "--by", personOf("evidence-team", 9))
  expect([stranger.code, stranger.text.includes("ZQX")]).toEqual([1, false])
  expect((await asked("read", id, ...by)).text).toMatch(/ZQXCONTACT[\s\S]*ZQXWORDS\.\nI did not like it\./)
  expect(await asked("acknowledge", id, ...by)).toMatchObject({ code: 0 })
  expect(await read(reference)).toContain("We have what you wrote.")
  expect(await asked("reply", id, ...by, "--words", "We are sorry & have changed it.")).toMatchObject({ code: 0 })
  expect(await read(reference)).toContain("We are sorry &amp; have changed it.")
  expect(await read(newReference().words)).toBe(unanswered)
  expect((await asked("list")).text).toContain(`${id}  `)

  expect(await asked("remove", id, ...by)).toMatchObject({ code: 0 })
  expect(await read(reference)).toBe(unanswered)
  expect((await asked("read", id, ...by)).text).toContain(`no complaint ${id}`)
  for (const kind of ["complaint-read", "complaint-acknowledged", "complaint-replied", "complaint-removed"] as const)
    expect(await Effect.runPromise(evidence.bodiesOf(kind))).toHaveLength(1)
})

test("an empty or too long complaint, or no reference, comes back with its words, and nothing is stored", async () => {
  const before = (await asked("list")).text
  const long = "x".repeat(parameters.longestComplaint.value + 1)
  const wrong = [
    [{ go: "send", words: " \r\n\t ", contact: "me" }, 400, "Nothing was sent"],
    [{ go: "send", words: long, contact: "" }, 400, long],
    [{ go: "send", words: "kept words", contact: "y".repeat(201) }, 400, "kept words"],
    [{ go: "read", reference: "3f2a" }, 400, "not a whole reference"],
    [{ go: "send", words: "z".repeat(40_000), contact: "" }, 413, ""],
  ] as const
  for (const [fields, status, words] of wrong) {
    const answer = await post(fields)
    expect([answer.status, answer.text.includes(words)]).toEqual([status, true])
    expect(referenceIn(answer.text)).toBe("")
  }
  const sent = { go: "send", words: "from elsewhere", contact: "" }
  expect((await post(sent, { origin: "https://elsewhere.example" })).status).toBe(403)
  expect((await post(sent, { "content-type": "text/plain" })).status).toBe(415)
  expect((await asked("list")).text).toBe(before)
})
