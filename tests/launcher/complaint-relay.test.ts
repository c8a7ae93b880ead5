/** Every request about a complaint is answered once, under web's own number, whatever becomes of the writer. */
import { expect, test } from "vitest"
import type { AboutComplaint, ComplaintAnswer } from "../../src/deployment/messages.ts"
import { isFromWeb } from "../../src/deployment/messages.ts"
import { complaintRelay } from "../../src/launcher/complaint-relay.ts"

const asking = (request: number): AboutComplaint => ({
  kind: "about-complaint",
  request,
  asks: { to: "read", hash: new Uint8Array(32) },
})
const stored = { outcome: "stored" } as const
const unavailable = { outcome: "unavailable" } as const

const between = () => {
  const toWriter: AboutComplaint[] = []
  const toWeb: ComplaintAnswer[] = []
  const relay = complaintRelay(
    (message) => toWriter.push(message) > 0,
    (message) => toWeb.push(message),
  )
  return { relay, toWriter, toWeb }
}

test("an answer comes back once, under the number web gave the request", () => {
  const { relay, toWriter, toWeb } = between()
  relay.writerIsUp(true)
  relay.ask(asking(7))
  const request = toWriter[0]?.request ?? -1
  for (const _ of [1, 2]) relay.answered({ kind: "complaint-answer", request, said: stored })
  expect(toWeb).toEqual([{ kind: "complaint-answer", request: 7, said: stored }])
})

test("without a writer, and when it ends, the answer is unavailable", () => {
  const { relay, toWriter, toWeb } = between()
  relay.ask(asking(1))
  relay.writerIsUp(true)
  relay.ask(asking(2))
  relay.writerIsUp(false)
  expect(toWriter).toHaveLength(1)
  expect(toWeb.map(({ request, said }) => [request, said])).toEqual([
    [1, unavailable],
    [2, unavailable],
  ])
})

test("too many requests at once are refused, and a web that ended gets no answer", () => {
  const { relay, toWriter, toWeb } = between()
  relay.writerIsUp(true)
  for (let request = 0; request <= 1_000; request++) relay.ask(asking(request))
  expect(toWeb).toEqual([{ kind: "complaint-answer", request: 1_000, said: unavailable }])
  relay.webEnded()
  relay.answered({ kind: "complaint-answer", request: toWriter[0]?.request ?? -1, said: stored })
  expect(toWeb).toHaveLength(1)
})

test("bytes of another length than a hash or a sealed complaint are dropped", () => {
  expect(isFromWeb(asking(1))).toBe(true)
  const hash = new Uint8Array(32)
  for (const asks of [
    { to: "read", hash: new Uint8Array(33) },
    { to: "keep", hash, sealed: new Uint8Array(100_000) },
    { to: "keep", hash, sealed: "in clear" },
  ])
    expect(isFromWeb({ kind: "about-complaint", request: 1, asks })).toBe(false)
})
