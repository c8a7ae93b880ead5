/** A child's way in the browser: the same journey, in memory alone, with nothing left of what may no longer be asked. */
import { beforeEach, expect, test, vi } from "vitest"
import type { View } from "../../src/components/view.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf } from "../../surveys/forms.ts"
import type { Fields } from "../../surveys/page-answers.ts"

const door = vi.hoisted(() => ({ send: vi.fn(), search: vi.fn() }))
vi.mock("../../src/browser/door.ts", () => door)

// Files share a process: the page may be loaded already, with the door of another file.
vi.resetModules()
const { createProgress } = await import("../../src/browser/progress.ts")
const form = displayForm(formOf("9-12"))

beforeEach(() => {
  door.send.mockReset().mockResolvedValue("sent")
  door.search.mockReset().mockResolvedValue([{ code: "100001", words: "Hill Lane" }])
})

const keysAt = (view: View): readonly string[] =>
  view.at === "question" ? view.stop.questions.map(({ key }) => key) : []

const goTo = async (progress: ReturnType<typeof createProgress>, key: string): Promise<void> => {
  for (let page = 0; page < 60 && !keysAt(progress.view()).includes(key); page++) {
    if (progress.view().at !== "question") return
    await progress.next([])
  }
}

const answering = async (progress: ReturnType<typeof createProgress>, key: string, fields: Fields): Promise<void> => {
  await goTo(progress, key)
  await progress.next(fields)
}

const atTheEnd = async (fields: Readonly<Record<string, Fields>>) => {
  const progress = createProgress(form)
  progress.start()
  for (const [key, each] of Object.entries(fields)) await answering(progress, key, each)
  await goTo(progress, "the end")
  expect(progress.view().at).toBe("send")
  return progress
}

const place = {
  setting: [["q.setting", "with-parents"]],
  school: [["q.school", "100001"]],
  "home-postcode": [["text.home-postcode", "ZZ9 9ZZ"]],
} as const

const sentAnswers = () => door.send.mock.calls[0]?.[0].answers

test("blank pages are sent as blanks, with a token of their own", async () => {
  const progress = await atTheEnd({})
  expect(await progress.send()).toBe(true)
  expect(sentAnswers()).toEqual({})
  expect(door.send.mock.calls[0]?.[0].token).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test("changing where one lives to a secure setting erases the place from memory", async () => {
  const progress = await atTheEnd(place)
  const given: Readonly<Record<string, Fields>> = place
  for (let page = 0; page < 60 && !keysAt(progress.view()).includes("setting"); page++)
    progress.visit(
      (progress.place() ?? 0) - 1,
      keysAt(progress.view()).flatMap((key) => given[key] ?? []),
    )
  await progress.next([["q.setting", "secure-childrens-home"]])
  await goTo(progress, "the end")
  await progress.send()
  expect(sentAnswers()).toEqual({ setting: "secure-childrens-home" })
})

test("while one lives in the community, the place is sent", async () => {
  const progress = await atTheEnd(place)
  await progress.send()
  expect(sentAnswers()).toEqual({
    setting: "with-parents",
    school: "100001",
    "home-postcode": { postcode: "ZZ9 9ZZ" },
  })
})

test("a double click sends once", async () => {
  const progress = await atTheEnd({})
  const sendings = await Promise.all([progress.send(), progress.send()])
  expect(sendings).toEqual([true, false])
  expect(door.send).toHaveBeenCalledOnce()
})

test("a failed sending keeps the answers and the token, and says so calmly", async () => {
  door.send.mockResolvedValueOnce("try-again")
  const progress = await atTheEnd({ setting: place.setting })
  expect(await progress.send()).toBe(false)
  expect(progress.view()).toMatchObject({ at: "send", note: { kind: "try-again" } })
  expect(await progress.send()).toBe(true)
  const [first, second] = door.send.mock.calls
  expect(second).toEqual(first)
})

test("a question that the server refused is shown again with a kind note, and sending goes on from there", async () => {
  door.send.mockResolvedValueOnce({ question: "school" })
  const progress = await atTheEnd(place)
  expect(await progress.send()).toBe(false)
  expect(progress.view()).toMatchObject({ at: "question", note: { kind: "not-taken", question: "school" } })
  expect(keysAt(progress.view())).toEqual(["school"])
  await progress.next([["q.school", "not-in-this-list"]])
  for (let page = 0; page < 60 && progress.view().at === "question"; page++)
    await progress.next(keysAt(progress.view()).includes("home-postcode") ? place["home-postcode"] : [])
  expect(await progress.send()).toBe(true)
  expect(door.send.mock.calls[1]?.[0].answers).toEqual({ ...sentAnswers(), school: "not-in-this-list" })
})

test("a refused question that this child is not asked leaves them where they can try again", async () => {
  door.send.mockResolvedValueOnce({ question: "school" })
  const progress = await atTheEnd({})
  await progress.send()
  expect(progress.view()).toMatchObject({ at: "send", note: { kind: "try-again" } })
})

test("a window that closes midway is explained kindly", async () => {
  door.send.mockResolvedValueOnce("closed")
  const progress = await atTheEnd({})
  await progress.send()
  expect(progress.view()).toMatchObject({ at: "send", note: { kind: "closed" } })
})

test("too many choices stay on the page with a note, and what was chosen is kept", async () => {
  const progress = createProgress(form)
  progress.start()
  await goTo(progress, "hopes")
  const many = ["job", "money", "healthy", "calm", "family", "friends"].map((key) => ["q.hopes", key] as const)
  await progress.next(many)
  expect(progress.view()).toMatchObject({ note: { kind: "too-many", question: "hopes", upTo: 5 } })
  await progress.next(many.slice(0, 5))
  expect(keysAt(progress.view())).not.toContain("hopes")
})

test("Next with letters in the search box searches first, and a choice is remembered by its name", async () => {
  const progress = createProgress(form)
  progress.start()
  await answering(progress, "setting", place.setting)
  await goTo(progress, "school")
  await progress.next([["search.school", " hill "]])
  expect(door.search).toHaveBeenCalledWith("school", "hill")
  expect(progress.view()).toMatchObject({ found: { school: [{ code: "100001" }] } })
  await progress.next([["q.school", "100001"]])
  progress.visit((progress.place() ?? 0) - 1, [])
  expect(progress.view()).toMatchObject({ found: { school: [{ words: "Hill Lane" }] }, answers: { school: "100001" } })
})

test("stopping and finishing wipe everything", async () => {
  const progress = await atTheEnd(place)
  expect(progress.held()).toBe(true)
  progress.wipe()
  expect(progress.held()).toBe(false)
  expect(progress.view()).toEqual({ at: "gone" })
})
