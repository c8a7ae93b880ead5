/** What travels in the hidden field is readable here only, for its own form, for a day, and unchanged. */
import { randomBytes } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { openState, type PageState, sealState } from "../../src/server/page-state.ts"

const now = Date.parse("2027-04-20T12:00:00Z")
const hour = 60 * 60 * 1000
const state: PageState = { token: "t", place: 3, answers: { "life-change": { text: "canary words" } }, begun: now }
const keys = { "2027-04-19": randomBytes(32), "2027-04-20": randomBytes(32) }
const tell = (pageKeys: Readonly<Record<string, Uint8Array>>) =>
  process.emit("message", { kind: "keys", publicKeys: {}, pageKeys }, undefined)
const seal = (): string => sealState("9-12", state) ?? ""

describe("the sealed field", () => {
  beforeAll(() => {
    tell(keys)
  })

  test("opens to what was sealed", () => expect(openState("9-12", seal(), now)).toEqual(state))
  test("shows nothing of it", () =>
    expect(Buffer.from(seal().slice(11), "base64url").toString()).not.toContain("canary"))
  test("is sealed with today's key and never twice alike", () => {
    expect(seal()).toMatch(/^2027-04-20\./)
    expect(seal()).not.toBe(seal())
  })
  test("does not open for another form", () => expect(openState("6-8", seal(), now)).toBeUndefined())
  test("does not open a day later", () => {
    expect(openState("9-12", seal(), now + 24 * hour - 1)).toEqual(state)
    expect(openState("9-12", seal(), now + 24 * hour)).toBeUndefined()
  })
  test("does not open once any letter of it is changed", () => {
    const sealed = seal()
    for (let at = 0; at < sealed.length; at += 7) {
      const letter = sealed[at] === "A" ? "B" : "A"
      const changed = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`
      expect(openState("9-12", changed, now), `at ${at}`).toBeUndefined()
    }
  })
  test("opens after midnight with yesterday's key, and not once that is gone", () => {
    tell({ "2027-04-19": keys["2027-04-19"] })
    const yesterdays = seal()
    tell(keys)
    expect(openState("9-12", yesterdays, now)).toEqual(state)
    tell({ "2027-04-20": keys["2027-04-20"] })
    expect(openState("9-12", yesterdays, now)).toBeUndefined()
    tell(keys)
  })
  test.each(["", ".", "x", "__proto__.AAAA", "constructor.AAAA", "2027-04-20.", `2027-04-20.${"A".repeat(5000)}`])(
    "nonsense %j does not open and does not throw",
    (nonsense) => expect(openState("9-12", nonsense, now)).toBeUndefined(),
  )
  test("there is none before the keys have come", () => {
    tell({})
    expect(sealState("9-12", state)).toBeUndefined()
  })
})
