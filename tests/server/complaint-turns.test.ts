/** A complaint waits its turn as a submission does, and says so while there is no key to seal it to or no store to keep it. */
import { Effect, Layer } from "effect"
import { expect, test, vi } from "vitest"
import { Channel, noComplaints } from "../../src/server/channel.ts"
import { Admission, type Turn } from "../../src/server/senders/admission.ts"
import { Senders } from "../../src/server/senders/senders.ts"
import { newKeyPair } from "../support/arrival.ts"

vi.mock("../../src/server/environment.ts", () => ({ deployment: { mode: "rehearsal", origin: "http://here" } }))
const { complain } = await import("../../src/server/complaint-route.ts")
const { publicKey } = await newKeyPair()

const sent = async (turn: Turn, complaints: Partial<typeof noComplaints>) => {
  const tokens: string[] = []
  const kept: Uint8Array[] = []
  const services = Layer.mergeAll(
    Layer.succeed(Channel, {
      publicKeyOf: () => undefined,
      pageKeys: () => ({}),
      waitingKeys: () => ({}),
      isClosing: () => true,
      isReady: () => true,
      append: () => Effect.succeed([]),
      complaints: {
        ...noComplaints,
        keep: (hash) => Effect.sync(() => (kept.push(hash) > 0 ? "stored" : "unavailable")),
        ...complaints,
      },
    }),
    Layer.succeed(Admission, {
      awaitTurn: (_, token) => Effect.sync(() => (tokens.push(token) > 0 ? turn : "later")),
      admit: () => Effect.void,
    }),
    Senders.layer(() => "192.0.2.1"),
  )
  const body = new URLSearchParams({ go: "send", words: "ZQXWORDS", contact: "" })
  const headers = { origin: "http://here" }
  const request = new Request("http://here/complaint", { method: "POST", headers, body })
  const reply = await Effect.runPromise(Effect.provide(complain(request), services))
  return { status: reply.status, to: reply.headers.get("location"), text: await reply.text(), tokens, kept }
}
const withKey = { publicKey: () => publicKey }

test("in its turn it is kept, also after the collection has closed", async () => {
  const { status, kept, tokens } = await sent("now", withKey)
  expect([status, kept.length, tokens.length]).toEqual([200, 1, 1])
})

test("before its turn the browser sends the same again, or keeps the words; nothing is stored", async () => {
  const soon = await sent("again", withKey)
  expect([soon.status, soon.to, soon.kept]).toEqual([307, "/complaint", []])
  const later = await sent("later", withKey)
  expect([later.status, later.text.includes("ZQXWORDS"), later.kept]).toEqual([503, true, []])
  expect(soon.tokens).toEqual(later.tokens)
  expect(soon.tokens.join()).not.toContain("ZQXWORDS")
})

test("without a key or a store it is refused, and no reference is shown", async () => {
  const unkept = { ...withKey, keep: () => Effect.succeed("unavailable" as const) }
  for (const { status, text } of [await sent("now", {}), await sent("now", unkept)]) {
    expect(status).toBe(503)
    expect(text).not.toMatch(/[0-9a-f]{4}-[0-9a-f]{4}/)
  }
})
