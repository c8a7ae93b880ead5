/** In live a command acts for a person only once that person has proved the act in the browser; in a rehearsal it is marked. */
import { Effect } from "effect"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { ask, askAlone } from "../support/ask.ts"
import { errorOf, heard } from "../support/command-output.ts"
import { personOf } from "../support/policy/team.ts"
import { type OpenDesk, openDesk } from "../support/staff/desk.ts"
import { author, first, second, staffed, supervisor } from "../support/team-store.ts"

const tags: ("evidence-team-only" | "outputs-checked")[] = ["evidence-team-only", "outputs-checked"]

let desk: OpenDesk
let id = ""
beforeEach(async () => {
  const storage = await staffed("live")
  desk = await openDesk(storage, [])
  const { said } = await heard(() => ask(storage, "table", "--rows", "form-band", "--propose", "--by", author))
  id = /Proposed as ([0-9a-f]{64})/.exec(said.join("\n"))?.[1]?.slice(0, 8) ?? ""
})

const lastGranted = async () =>
  (await Effect.runPromise(desk.evidence.bodiesOf("power-granted"))).findLast(({ power }) => power === "check-output")
const lastRefused = async () => (await Effect.runPromise(desk.evidence.bodiesOf("power-refused"))).at(-1)

/** Starts a command that waits, and gives its code once it is printed. */
const waiting = async (...args: readonly string[]) => {
  const outcome = heard(() => askAlone(desk.storage, true, ...args))
  const code = await vi.waitFor(
    () => {
      const told = vi.mocked(console.error).mock.calls.flat().join("\n")
      const [found = ""] = /(?<=types )[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(told) ?? []
      expect(found).not.toBe("")
      return found
    },
    { timeout: 10_000, interval: 20 },
  )
  return { code, outcome }
}

describe("a command in live", { tags }, () => {
  test("where nobody can sign in neither checks, releases, extends nor destroys for a typed id", async () => {
    for (const args of [
      ["release", "check", id, "--by", first],
      ["publication", "check", "plan.json", "--by", first],
      ["release", id, "--by", supervisor],
      ["release", "withdraw", id, "--by", supervisor],
      ["release", "widen", "local-authority", "--because", "Councils plan by it", "--by", supervisor],
      ["retention", "confirm-date", "--by", supervisor],
    ]) {
      const outcome = await heard(() => askAlone(desk.storage, false, ...args))
      expect([args[0], outcome.code, errorOf(outcome)]).toEqual([args[0], 1, expect.stringContaining("only-typed")])
    }
    expect(await lastRefused()).toEqual({ power: "destroy-data", because: "only-typed" })
    expect(await lastGranted()).toBeUndefined()
  })

  test("waits for the person it names, who reads what it will do and proves it", async () => {
    const mine = await desk.enter(first)
    const { code, outcome } = await waiting("release", "check", id, "--by", first)
    const other = await desk.enter(second)
    const notTheirs = await desk.post("/staff/command", { code }, { cookie: other.cookie })
    expect([notTheirs.status, await notTheirs.text()]).toEqual([400, expect.stringContaining("No command waits")])
    const sent = { cookie: mine.cookie }
    const shown = await (await desk.post("/staff/command", { code: code.toLowerCase() }, sent)).text()
    expect(shown).toContain("check a table, as one of its two checkers")
    expect((await desk.post("/staff/command/approve", { code }, sent)).status).toBe(400)
    await desk.prove(mine.device, `check-output:${id}`, sent)
    expect((await desk.post("/staff/command/approve", { code }, sent)).status).toBe(200)
    expect(await outcome).toMatchObject({ code: 0, out: ["Checked: 1 of 2."] })
    expect(await lastGranted()).toMatchObject({ power: "check-output", proof: "fresh" })
    await desk.prove(mine.device, `check-output:${id}`, sent)
    expect((await desk.post("/staff/command/approve", { code }, sent)).status).toBe(400)
  })

  test("asks nobody to prove what their role does not have", async () => {
    const { code, error } = await heard(() => askAlone(desk.storage, true, "release", "check", id, "--by", supervisor))
    expect([code, error.join("\n")]).toEqual([1, expect.stringContaining("not-for-this-role")])
  })
})

test("a command in a rehearsal goes on, and the record and its screen say that nobody was verified", {
  tags,
}, async () => {
  const storage = await staffed("rehearsal")
  const rehearsed = await openDesk(storage)
  const { said } = await heard(() => ask(storage, "table", "--rows", "form-band", "--propose", "--by", author))
  const proposal = /Proposed as ([0-9a-f]{64})/.exec(said.join("\n"))?.[1] ?? ""
  expect((await heard(() => ask(storage, "release", "check", proposal, "--by", first))).code).toBe(0)
  const granted = await Effect.runPromise(rehearsed.evidence.bodiesOf("power-granted"))
  expect(granted.at(-1)).toMatchObject({ power: "check-output", proof: "operator" })
  const { cookie } = await rehearsed.enter(personOf("dpo"))
  const page = await (await rehearsed.get("/staff/ledger", { cookie })).text()
  expect(page).toContain("Operator, not verified")
  expect(page).toContain("entries follow one another")
})
