/** What the page makes of the server's reply: a refused question is named, and anything else says to try again. */
import { afterEach, expect, test, vi } from "vitest"

const { send } = await vi.importActual<typeof import("../../src/browser/door.ts")>("../../src/browser/door.ts")

afterEach(() => {
  vi.unstubAllGlobals()
})

const replying = (status: number, refused?: object): void => {
  const error = { code: -32600, message: "m", data: { code: "BAD_REQUEST", httpStatus: status, refused } }
  const body = refused ? { error } : { result: { data: { accepted: true } } }
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })))
}

const sent = () => send({ form: "9-12", token: "token", answers: {} })

test("accepted is sent", async () => {
  replying(200)
  expect(await sent()).toBe("sent")
})

test("a refusal that names a question keeps its name", async () => {
  replying(400, { reason: "not-understood", question: "hopes", whatToDo: "write fewer words" })
  expect(await sent()).toEqual({ question: "hopes" })
  replying(400, { reason: "against-a-rule", question: "school", whatToDo: "leave it out" })
  expect(await sent()).toEqual({ question: "school" })
})

test("a closed window is closed, and anything else is tried again", async () => {
  for (const reason of ["closed", "not-open-yet"]) {
    replying(403, { reason, whatToDo: "" })
    expect(await sent()).toBe("closed")
  }
  replying(503, { reason: "busy", whatToDo: "" })
  expect(await sent()).toBe("try-again")
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")))
  expect(await sent()).toBe("try-again")
})
