/** Every role against every address of the staff pages, by real requests: what the DPIA lets a role do opens, all else is refused. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { daysAfter, today } from "../../policy/civil-day.ts"
import { type Role, roles } from "../../policy/data/role.ts"
import { routes } from "../../src/staff/routes.ts"
import { memberOf, personOf } from "../support/policy/team.ts"
import { type OpenDesk, openDesk } from "../support/staff/desk.ts"

const tags: "evidence-team-only"[] = ["evidence-team-only"]

const supervisors: readonly Role[] = ["head-of-data-science", "director-of-evidence"]
const team: readonly Role[] = ["evidence-team"]
const advisers: readonly Role[] = ["dpo", "senior-information-risk-owner", "legal-adviser"]
const administrators: readonly Role[] = ["director-of-evidence", "administrator"]

/** Written out by hand, from the DPIA and the rules, so that a change of the powers shows here. */
const opens: Readonly<Record<string, readonly Role[]>> = {
  "POST /staff/sign-out": roles,
  "POST /staff/prove/options": roles,
  "POST /staff/prove": roles,
  "GET /staff": roles,
  "GET /staff/ledger": [...supervisors, ...advisers],
  "GET /staff/people": [...supervisors, ...advisers, "administrator"],
  "POST /staff/people/add": administrators,
  "POST /staff/people/remove": administrators,
  "POST /staff/people/link": administrators,
  "POST /staff/people/confirm": administrators,
  "POST /staff/people/end": administrators,
  "GET /staff/command": roles,
  "POST /staff/command": roles,
  "POST /staff/command/approve": roles,
  "POST /staff/api/trpc/variables": roles,
  "POST /staff/api/trpc/table": team,
  "POST /staff/api/trpc/propose": team,
  "POST /staff/api/trpc/proposals": [...team, ...supervisors],
  "POST /staff/api/trpc/proposal": [...team, ...supervisors],
  "POST /staff/api/trpc/check": team,
  "POST /staff/api/trpc/release": supervisors,
}

const addresses = Object.keys(opens)
const trainedOn = await Effect.runPromise(today)

/** In the form that each address takes, with nothing that would do something. */
const request = async (desk: OpenDesk, address: string, cookie: string): Promise<string> => {
  const [method, path = ""] = address.split(" ")
  const isScript = /trpc|prove/.test(path)
  const sending = () => (isScript ? desk.call(path, {}, { cookie }) : desk.post(path, {}, { cookie }))
  const answer = await (method === "GET" ? desk.get(path, { cookie }) : sending())
  const text = await answer.text()
  if (answer.status === 303 && answer.headers.get("location") === "/staff/sign-in" && !path.endsWith("sign-out"))
    return "not signed in"
  if (answer.status === 401) return "not signed in"
  if (answer.status === 403 && text.includes("not part of your role")) return "not for this role"
  if (answer.status === 403 && text.includes("Your access has ended")) return "ended"
  return answer.status < 500 ? "reached" : `failed with ${answer.status}`
}

/** Signing out comes last, since it ends what the others need. */
const inOrder = addresses.toSorted(
  (one, other) => Number(one.includes("sign-out")) - Number(other.includes("sign-out")),
)

const rowOf = async (desk: OpenDesk, cookie: string): Promise<Readonly<Record<string, string>>> => {
  const row: [string, string][] = []
  for (const address of inOrder) row.push([address, await request(desk, address, cookie)])
  return Object.fromEntries(row)
}

const everywhere = (outcome: string) => Object.fromEntries(addresses.map((address) => [address, outcome]))

describe("a role", { tags }, () => {
  test("is in the table with every address that needs somebody signed in", () => {
    const known = Object.entries(routes).flatMap(([address, route]) =>
      route.for === "anyone" || route.for === "all" ? [] : [address],
    )
    expect(known.toSorted()).toEqual(addresses.toSorted())
  })

  test.each(roles)(
    "%s reaches its own and nothing else, and nothing after its last day or its removal",
    async (role) => {
      const desk = await openDesk()
      const person = personOf(role)
      const { cookie, device } = await desk.enter(person)
      const expected = Object.fromEntries(
        addresses.map((address) => [address, opens[address]?.includes(role) ? "reached" : "not for this role"]),
      )
      expect(await rowOf(desk, cookie)).toEqual(expected)

      const again = desk.cookieOf(await desk.signIn(device))
      const ended = memberOf(role, { trainedOn, until: daysAfter(trainedOn, -1) })
      await Effect.runPromise(desk.evidence.keepMember(ended))
      expect(await rowOf(desk, again)).toEqual(everywhere("ended"))
      expect((await desk.signIn(device)).status).toBe(403)

      await Effect.runPromise(desk.evidence.keepMember(memberOf(role, { trainedOn })))
      const third = desk.cookieOf(await desk.signIn(device))
      expect((await desk.get("/staff", { cookie: third })).status).toBe(200)
      await Effect.runPromise(desk.evidence.dropMember(person))
      expect(await rowOf(desk, third)).toEqual(everywhere("not signed in"))
      expect((await desk.signIn(device)).status).toBe(403)
      expect(desk.failures).toEqual([])
    },
  )

  test("that has lapsed in training keeps no way to an answer", async () => {
    const desk = await openDesk(undefined, [memberOf("evidence-team")])
    const { cookie } = await desk.enter(personOf("evidence-team"))
    for (const name of ["table", "propose", "proposals", "check"])
      expect(await request(desk, `POST /staff/api/trpc/${name}`, cookie)).toBe("not for this role")
  })
})

test("a sixth reader raises an alarm on the overview and among the people", { tags }, async () => {
  const readers = [0, 1, 2, 3, 4].map((number) => memberOf("evidence-team", { trainedOn }, number))
  const desk = await openDesk(undefined, [...readers, memberOf("dpo")])
  const { cookie } = await desk.enter(personOf("dpo"))
  const shown = async (path: string) => (await desk.get(path, { cookie })).text()
  expect(await shown("/staff/people")).toContain("5 of about 5 people may read answers")
  expect(await shown("/staff")).not.toContain("More than 5 people")
  await Effect.runPromise(desk.evidence.keepMember(memberOf("evidence-team", { trainedOn }, 5)))
  expect(await shown("/staff/people")).toContain("6 people may read answers; the promise says about 5")
  expect(await shown("/staff")).toContain("More than 5 people may read answers")
})
