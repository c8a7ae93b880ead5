/** Every group is answered once, under web's own number, whatever becomes of the writer. */
import { expect, test } from "vitest"
import type { Append, Appended, Item, ToWriter } from "../../src/launcher/message.ts"
import { isFromWeb } from "../../src/launcher/message.ts"
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
