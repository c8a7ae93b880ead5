/** Only who proves it with an enrolled, unlocked key gets in, for a while, and for each grave act proves it again. */
import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import { beforeEach, describe, expect, test } from "vitest"
import { personOf } from "../support/policy/team.ts"
import { type OpenDesk, openDesk, origin } from "../support/staff/desk.ts"
import { newDevice } from "../support/staff/device.ts"

const tags: "evidence-team-only"[] = ["evidence-team-only"]
const [minute, hour] = [60_000, 3_600_000]
const dpo = personOf("dpo")
const director = personOf("director-of-evidence")

let desk: OpenDesk
beforeEach(async () => {
  desk = await openDesk()
})

const said = async (response: Response) => [response.status, ((await response.json()) as { message?: string }).message]
const refusedAs = (status: number, words: string) => [status, expect.stringContaining(words)]

describe("a key", { tags }, () => {
  test("is enrolled by a link that works once, and signs in", async () => {
    const device = newDevice(origin)
    const secret = await desk.link(dpo)
    expect((await desk.enrol(secret, device)).status).toBe(200)
    expect(await said(await desk.enrol(secret, device))).toEqual(refusedAs(400, "This link opens nothing"))
    const entered = await desk.signIn(device)
    expect(entered.headers.get("set-cookie")).toMatch(
      /^__Host-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    )
    const page = await desk.get("/staff", { cookie: desk.cookieOf(entered) })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Data Protection Officer")])
    const stored = JSON.stringify(await Effect.runPromise(desk.evidence.access.sessions.open))
    expect(stored).not.toContain(desk.cookieOf(entered).slice(13))
  })

  test("of a link that is late, made up or waits for a second person is not enrolled", async () => {
    const device = newDevice(origin)
    const late = await desk.link(dpo)
    desk.later(31 * minute)
    expect(await said(await desk.enrol(late, device))).toEqual(refusedAs(400, "This link opens nothing"))
    desk.later(0)
    const madeUp = randomBytes(32).toString("base64url")
    expect(await said(await desk.enrol(madeUp, device))).toEqual(refusedAs(400, "This link opens nothing"))
    const waiting = await desk.link(dpo, true, director)
    expect(await said(await desk.enrol(waiting, device))).toEqual(refusedAs(400, "waits for a second person"))
  })

  test.each([
    ["another origin", { origin: "https://desk.evil.example" }],
    ["a device that nobody unlocked", { unlocked: false }],
  ])("is neither enrolled nor believed from %s", async (_, wrongly) => {
    const device = newDevice(origin)
    const secret = await desk.link(director)
    expect(await said(await desk.enrol(secret, device, wrongly))).toEqual(refusedAs(403, "was not signed"))
    await desk.enrol(secret, device)
    expect(await said(await desk.signIn(device, wrongly))).toEqual(refusedAs(403, "was not signed"))
  })

  test("that is unknown, or that another has signed with, is refused", async () => {
    expect(await said(await desk.signIn(newDevice(origin)))).toEqual(refusedAs(403, "not enrolled"))
    const { device } = await desk.enter(director)
    const own = device.sign(await desk.asked("/staff/sign-in/options", {}))
    const forged = newDevice(origin).sign(await desk.asked("/staff/sign-in/options", {}))
    const mixed = { ...forged, id: own.id, rawId: own.rawId }
    expect(await said(await desk.call("/staff/sign-in", { answer: mixed }))).toEqual(refusedAs(403, "was not signed"))
  })

  test("that was copied shows by its counter", async () => {
    const { device } = await desk.enter(director)
    expect((await desk.signIn(device, { counter: 9 })).status).toBe(200)
    expect((await desk.signIn(device, { counter: 8 })).status).toBe(403)
  })

  test("answers a question once, in time, and only the one that was asked", async () => {
    const { device, cookie } = await desk.enter(director)
    const answer = device.sign(await desk.asked("/staff/sign-in/options", {}))
    expect((await desk.call("/staff/sign-in", { answer })).status).toBe(200)
    const replayed = refusedAs(403, "answers no question of ours")
    expect(await said(await desk.call("/staff/sign-in", { answer }))).toEqual(replayed)
    const late = device.sign(await desk.asked("/staff/sign-in/options", {}))
    desk.later(6 * minute)
    expect(await said(await desk.call("/staff/sign-in", { answer: late }))).toEqual(replayed)
    desk.later(0)
    const forAnAct = device.sign(await desk.asked("/staff/prove/options", { act: "administer-access:add" }, { cookie }))
    expect(await said(await desk.call("/staff/sign-in", { answer: forAnAct }))).toEqual(replayed)
    expect(await said(await desk.call("/staff/sign-in", { answer: { id: 1 } }))).toEqual(refusedAs(403, "not signed"))
  })
})

describe("a session", { tags }, () => {
  const opens = async (cookie: string) => (await desk.get("/staff", { cookie })).status

  test("is another at each sign-in, and a forged one opens nothing", async () => {
    const { device, cookie } = await desk.enter(director)
    const again = desk.cookieOf(await desk.signIn(device))
    expect(again).not.toBe(cookie)
    expect([await opens(cookie), await opens(again)]).toEqual([200, 200])
    const forged = `__Host-staff=${randomBytes(32).toString("base64url")}`
    expect([await opens(forged), await opens("__Host-staff="), await opens("")]).toEqual([303, 303, 303])
  })

  test("ends after fifteen minutes without use, after eight hours in any case, and by signing out", async () => {
    const { cookie, device } = await desk.enter(director)
    desk.later(14 * minute)
    expect(await opens(cookie)).toBe(200)
    desk.later(28 * minute)
    expect(await opens(cookie)).toBe(200)
    desk.later(44 * minute)
    expect(await opens(cookie)).toBe(303)
    desk.later(0)
    const used = desk.cookieOf(await desk.signIn(device))
    for (let passed = 10 * minute; passed < 8 * hour; passed += 10 * minute) {
      desk.later(passed)
      expect(await opens(used)).toBe(200)
    }
    desk.later(8 * hour + minute)
    expect(await opens(used)).toBe(303)
    desk.later(0)
    const third = desk.cookieOf(await desk.signIn(device))
    const out = await desk.post("/staff/sign-out", {}, { cookie: third })
    expect([out.status, out.headers.get("set-cookie")]).toEqual([303, expect.stringContaining("Max-Age=0")])
    expect(await opens(third)).toBe(303)
  })

  test("that was stolen ends when an administrator ends it, and when a new key is enrolled", async () => {
    const stolen = await desk.enter(dpo)
    const admin = await desk.enter(personOf("administrator"))
    const sent = { cookie: admin.cookie }
    await desk.prove(admin.device, `administer-access:end.${dpo}`, sent)
    expect((await desk.post("/staff/people/end", { person: dpo }, sent)).status).toBe(303)
    expect(await opens(stolen.cookie)).toBe(303)
    const again = desk.cookieOf(await desk.signIn(stolen.device))
    expect(await opens(again)).toBe(200)
    await desk.enter(dpo)
    expect(await opens(again)).toBe(303)
    expect((await desk.signIn(stolen.device)).status).toBe(403)
  })
})

describe("a request", { tags }, () => {
  test("from another site, of another kind, too large or to nowhere does nothing", async () => {
    const { cookie } = await desk.enter(dpo)
    const out = (headers: Record<string, string>) => desk.post("/staff/sign-out", {}, { cookie, headers })
    expect((await out({ origin: "https://evil.example" })).status).toBe(403)
    expect((await out({ origin: "null" })).status).toBe(403)
    expect((await out({ "sec-fetch-site": "cross-site" })).status).toBe(403)
    expect((await out({ "content-type": "text/plain" })).status).toBe(400)
    expect((await desk.post("/staff/sign-out", { more: "1" }, { cookie })).status).toBe(400)
    expect((await desk.post("/staff/sign-out", { more: "x".repeat(70_000) }, { cookie })).status).toBe(413)
    expect((await desk.get("/staff/nowhere", { cookie })).status).toBe(404)
    expect((await desk.get("/staff", { cookie })).status).toBe(200)
    expect(desk.failures).toEqual([])
  })

  test("is answered by a page that no other site frames, feeds or stores", async () => {
    const { headers } = await desk.get("/staff/sign-in")
    const policy = headers.get("content-security-policy") ?? ""
    for (const part of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain("unsafe")
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("set-cookie")).toBeNull()
  })
})

describe("a grave act", { tags }, () => {
  test("needs a fresh proof of its own, which is used up", async () => {
    const { device, cookie } = await desk.enter(personOf("administrator"))
    const sent = { cookie }
    const end = () => desk.post("/staff/people/end", { person: dpo }, sent)
    expect([(await end()).status, await (await end()).text()]).toEqual([403, expect.stringContaining("not-fresh")])
    await desk.prove(device, `administer-access:end.${director}`, sent)
    expect((await end()).status).toBe(403)
    await desk.prove(device, `administer-access:end.${dpo}`, sent)
    expect([(await end()).status, (await end()).status]).toEqual([303, 403])
    await desk.prove(device, `administer-access:end.${dpo}`, sent)
    desk.later(6 * minute)
    expect((await end()).status).toBe(403)
    desk.later(0)
    const other = await desk.enter(dpo)
    const theirs = await desk.prove(other.device, `administer-access:end.${dpo}`, sent)
    expect(theirs.status).toBe(403)
  })

  test("of taking a key's place takes two people, and neither is the person", async () => {
    await desk.enter(dpo)
    const [one, other] = [await desk.enter(personOf("administrator")), await desk.enter(director)]
    const as = async (who: typeof one, act: string, path: string, fields: Record<string, string>) => {
      await desk.prove(who.device, `administer-access:${act}`, { cookie: who.cookie })
      return desk.post(path, fields, { cookie: who.cookie })
    }
    const shown = await (await as(one, `link.${dpo}`, "/staff/people/link", { person: dpo })).text()
    const [secret = ""] = /(?<=enrol#)[\w-]{43}/.exec(shown) ?? []
    expect(shown).toContain("A second person must confirm it")
    const device = newDevice(origin)
    expect((await desk.enrol(secret, device)).status).toBe(400)
    const [waiting] = await Effect.runPromise(desk.evidence.access.enrolments.waiting)
    const link = waiting?.digest ?? ""
    expect((await as(one, `confirm.${link}`, "/staff/people/confirm", { link })).status).toBe(400)
    expect((await as(other, `confirm.${link}`, "/staff/people/confirm", { link })).status).toBe(303)
    expect((await desk.enrol(secret, device)).status).toBe(200)
    expect((await desk.signIn(device)).status).toBe(200)
    const self = { person: director }
    expect((await as(other, `link.${director}`, "/staff/people/link", self)).status).toBe(400)
    expect((await as(other, `remove.${director}`, "/staff/people/remove", self)).status).toBe(400)
  })

  test("of access is recorded with who did it, and whose it is", async () => {
    const { device, cookie } = await desk.enter(director)
    await desk.prove(device, "administer-access:add", { cookie })
    const dates = { from: "2026-01-01", until: "2099-12-31", trained: "2026-01-01", clearedUntil: "2099-12-31" }
    const fields = { role: "evidence-team", clearance: "security-check", ...dates }
    expect((await desk.post("/staff/people/add", fields, { cookie })).status).toBe(303)
    const [added] = (await Effect.runPromise(desk.evidence.members)).filter(({ givenBy }) => givenBy === director)
    expect(added?.role).toBe("evidence-team")
    const [granted] = (await Effect.runPromise(desk.evidence.bodiesOf("power-granted"))).slice(-1)
    expect(granted).toMatchObject({ power: "administer-access", role: "director-of-evidence", proof: "fresh" })
  })
})
