/** Only this server opens the hidden field of a page: for its own form, for a day, and only unchanged. */
import { randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import { openState, type PageState, sealState } from "../../src/server/page-state.ts"

const now = Date.parse("2027-04-20T12:00:00Z")
const hour = 60 * 60 * 1000
const state: PageState = { token: "t", place: 3, answers: { "life-change": { text: "canary words" } }, begun: now }
const key = (): Uint8Array => randomBytes(32)
const keys = { "2027-04-18": key(), "2027-04-19": key(), "2027-04-20": key(), "2027-04-21": key() }
const seal = (changed: Partial<PageState> = {}, at = now): string =>
  sealState(keys, "9-12", { ...state, ...changed }, at) ?? ""

describe("the sealed field", () => {
  test("opens to the state that was sealed", () =>
    expect(openState(keys, "9-12", seal(), now)).toEqual({ ...state, shown: now }))
  test("does not show the answers", () =>
    expect(Buffer.from(seal().slice(11), "base64url").toString()).not.toContain("canary"))
  test("is sealed with today's key, even though tomorrow's is there, and differs each time", () => {
    expect(seal()).toMatch(/^2027-04-20\./)
    expect(seal()).not.toBe(seal())
  })
  test("does not open for another form", () => expect(openState(keys, "6-8", seal(), now)).toBeUndefined())
  test("does not open a day later", () => {
    expect(openState(keys, "9-12", seal(), now + 24 * hour - 1)).toMatchObject(state)
    expect(openState(keys, "9-12", seal(), now + 24 * hour)).toBeUndefined()
  })
  test("does not open once any letter of it is changed", () => {
    const sealed = seal()
    for (let at = 0; at < sealed.length; at += 7) {
      const letter = sealed[at] === "A" ? "B" : "A"
      const changed = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`
      expect(openState(keys, "9-12", changed, now), `at ${at}`).toBeUndefined()
    }
  })
  test("opens after midnight with yesterday's key, and not once that key is gone", () => {
    const begun = now - 14 * hour
    const sealed = seal({ begun }, begun)
    expect(sealed).toMatch(/^2027-04-19\./)
    expect(openState(keys, "9-12", sealed, now)).toEqual({ ...state, begun, shown: begun })
    const { "2027-04-19": _, ...others } = keys
    expect(openState(others, "9-12", sealed, now)).toBeUndefined()
  })
  test.each([
    ["the day before yesterday", -48],
    ["tomorrow", 24],
  ])("does not open with the key of %s, whenever its survey was begun", (_, hours) => {
    const sealed = seal({}, now + hours * hour)
    expect(sealed).not.toBe("")
    expect(openState(keys, "9-12", sealed, now)).toBeUndefined()
  })
  test("is as long for a child who wrote much as for one who wrote nothing", () => {
    const written = (length: number) => seal({ answers: { "life-change": { text: "w".repeat(length) } } }).length
    expect(new Set([seal({ answers: {} }).length, ...[0, 1, 20, 300, 1_500].map(written)]).size).toBe(1)
    expect(written(2_100)).toBe(written(3_900))
  })
  test.each(["", ".", "x", "__proto__.AAAA", "constructor.AAAA", "2027-04-20.", `2027-04-20.${"A".repeat(5000)}`])(
    "the nonsense %j does not open and does not throw",
    (nonsense) => expect(openState(keys, "9-12", nonsense, now)).toBeUndefined(),
  )
  test("cannot be made before the keys have come", () => {
    expect(sealState({}, "9-12", state, now)).toBeUndefined()
    expect(sealState({ "2027-04-19": key(), "2027-04-21": key() }, "9-12", state, now)).toBeUndefined()
  })
})
