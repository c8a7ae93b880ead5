/** Every group is answered once, under web's own number, whatever becomes of the writer. */
import { expect, test } from "vitest"
import type { Append, Appended, Item, ToWriter } from "../../src/deployment/messages.ts"
import { isFromWeb, longestCiphertext } from "../../src/deployment/messages.ts"
import { relay } from "../../src/launcher/relay.ts"
import { sealedLike } from "../support/arrival.ts"

const item = (token: string): Item => ({ token, sealed: sealedLike(token) })
const append = (group: number, ...tokens: string[]): Append => ({ kind: "append", group, items: tokens.map(item) })

const between = () => {
  const toWriter: Append[] = []
  const toWeb: Appended[] = []
  const groups = relay(
    (message: ToWriter) => (message.kind === "append" ? toWriter.push(message) > 0 : true),
    (message) => toWeb.push(message),
  )
  return { groups, toWriter, toWeb }
}

test("a group goes to the writer and its answer comes back under the number web gave it", () => {
  const { groups, toWriter, toWeb } = between()
  groups.writerIsUp(true)
  groups.append(append(7, "a", "b"))
  const [handed] = toWriter
  groups.appended({ kind: "appended", group: handed?.group ?? -1, outcomes: ["stored", "refused"] })
  expect(toWeb).toEqual([{ kind: "appended", group: 7, outcomes: ["stored", "refused"] }])
})

test("without a writer the answer is unavailable, at once", () => {
  const { groups, toWriter, toWeb } = between()
  groups.append(append(1, "a", "b"))
  expect(toWriter).toEqual([])
  expect(toWeb).toEqual([{ kind: "appended", group: 1, outcomes: ["unavailable", "unavailable"] }])
})

test("what a writer held when it died is answered as unavailable, and its late answer is not passed on", () => {
  const { groups, toWriter, toWeb } = between()
  groups.writerIsUp(true)
  groups.append(append(1, "a"))
  groups.writerIsUp(false)
  groups.appended({ kind: "appended", group: toWriter[0]?.group ?? -1, outcomes: ["stored"] })
  expect(toWeb).toEqual([{ kind: "appended", group: 1, outcomes: ["unavailable"] }])
})

test("a restarted web never hears the answer to its predecessor's group of the same number", () => {
  const { groups, toWriter, toWeb } = between()
  groups.writerIsUp(true)
  groups.append(append(1, "old"))
  groups.webEnded()
  groups.append(append(1, "new"))
  groups.appended({ kind: "appended", group: toWriter[0]?.group ?? -1, outcomes: ["stored"] })
  expect(toWeb).toEqual([])
  groups.appended({ kind: "appended", group: toWriter[1]?.group ?? -1, outcomes: ["refused"] })
  expect(toWeb).toEqual([{ kind: "appended", group: 1, outcomes: ["refused"] }])
})

test("more than can be stored in good time is turned away, and room comes back", () => {
  const { groups, toWriter, toWeb } = between()
  groups.writerIsUp(true)
  const many = Array.from({ length: 20_000 }, () => item("a"))
  groups.append({ kind: "append", group: 1, items: many })
  groups.append(append(2, "b"))
  expect(toWeb).toEqual([{ kind: "appended", group: 2, outcomes: ["unavailable"] }])
  groups.appended({ kind: "appended", group: toWriter[0]?.group ?? -1, outcomes: many.map(() => "stored") })
  groups.append(append(3, "c"))
  expect(toWriter).toHaveLength(2)
})

test("more bytes than fit in memory are turned away, however few the responses", () => {
  const { groups, toWeb } = between()
  groups.writerIsUp(true)
  const large: Item = { token: "a", sealed: sealedLike("a", { ciphertext: new Uint8Array(longestCiphertext) }) }
  const groupOf = (count: number) => Array.from({ length: count }, () => large)
  for (let group = 1; group <= 4; group++) groups.append({ kind: "append", group, items: groupOf(150) })
  expect(toWeb).toEqual([])
  groups.append({ kind: "append", group: 5, items: groupOf(150) })
  expect(toWeb).toEqual([{ kind: "appended", group: 5, outcomes: groupOf(150).map(() => "unavailable") }])
})

test.each([
  ["257 items", { ...append(1), items: Array.from({ length: 257 }, () => item("a")) }],
  ["a token of 65 letters", append(1, "a".repeat(65))],
  ["a ciphertext of more than 96 KiB", { ciphertext: new Uint8Array(longestCiphertext + 1) }],
  ["a nonce of 33 bytes", { nonce: new Uint8Array(33) }],
  ["an encapsulated key of 65 bytes", { encapsulated: new Uint8Array(65) }],
  ["a day of 11 letters", { day: "2026-11-22 " }],
  ["an address of 301 letters", { kind: "ready", url: "a".repeat(301) }],
])("a message with %s is too large to be believed", (_, change) => {
  const message = "kind" in change ? change : { ...append(1), items: [{ token: "a", sealed: sealedLike("a", change) }] }
  expect(isFromWeb(message)).toBe(false)
})

test("a group of 256 items, each as long as can be, is believed", () => {
  const sealed = sealedLike("a", { ciphertext: new Uint8Array(longestCiphertext) })
  expect(isFromWeb({ ...append(1), items: Array.from({ length: 256 }, () => ({ token: "a", sealed })) })).toBe(true)
})

test.each([
  ["nothing", undefined],
  ["a text", "append"],
  ["another kind", { kind: "shutdown" }],
  ["a group without items", { kind: "append", group: 1 }],
  ["a group without a number", { kind: "append", group: "1", items: [] }],
  ["an item that is not sealed", { kind: "append", group: 1, items: [{ token: "a", sealed: { form: "9-12" } }] }],
  ["a ready without a place", { kind: "ready" }],
])("%s from web is not believed", (_, message) => {
  expect(isFromWeb(message)).toBe(false)
  expect(isFromWeb(append(1, "a"))).toBe(true)
})
