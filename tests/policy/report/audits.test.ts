/** Every rule has a verdict of its own audit; a bug in one audit leaves that rule not checked, with its class, and keeps its stack. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { madeUpGeography } from "../../../db/geography/made-up.ts"
import type { StoredColumn } from "../../../policy/data/asset.ts"
import { type Fact, seen, unseen } from "../../../policy/facts/fact.ts"
import type { Facts } from "../../../policy/facts/facts.ts"
import { look } from "../../../policy/facts/look.ts"
import { auditAll, stoppedAudits } from "../../../policy/report/audits.ts"
import type { Audit } from "../../../policy/rule.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { judge, upheld } from "../../../policy/verdict.ts"
import { forms } from "../../../surveys/forms.ts"
import { recorded } from "../../support/policy/dpia/recorded.ts"
import { factsWith, nothingSeen } from "../../support/policy/facts.ts"

const verdictsOn = (change: Partial<Facts> = {}) =>
  Effect.runSync(
    auditAll(
      factsWith({
        forms: seen(forms),
        window: seen("always"),
        geography: seen(madeUpGeography),
        deployment: seen(recorded),
        ...change,
      }),
    ),
  )

const strict = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const siteWith = (...hosts: readonly string[]) => ({ servedSite: seen({ contentSecurityPolicy: strict, hosts }) })

test("every rule has a verdict", () => {
  expect([...verdictsOn().keys()].toSorted()).toEqual(ruleIds.toSorted())
})

test("where nothing was seen, no rule is upheld or broken; one looks at no fact", () => {
  const verdicts = Effect.runSync(auditAll(nothingSeen))
  expect([...verdicts.values()].filter(({ status }) => status !== "not checked")).toEqual([])
  const reasons = [...verdicts].filter(
    ([, verdict]) => !("because" in verdict && verdict.because.includes("this test")),
  )
  expect(reasons.map(([id]) => id)).toEqual(["raw-data-never-shared"])
})

test("the served site is not checked where it was not looked at, for the reason given, and no other rule needs it", () => {
  const servedSite = unseen("no site is served")
  expect(verdictsOn({ servedSite }).get("first-party-only")).toEqual({
    status: "not checked",
    because: "no site is served",
  })
  expect(verdictsOn(siteWith()).get("first-party-only")?.status).toBe("upheld")
  expect(verdictsOn(siteWith("cdn.example")).get("first-party-only")?.status).toBe("broken")
  const others = (verdicts: ReturnType<typeof verdictsOn>) => [...verdicts].filter(([id]) => id !== "first-party-only")
  expect(others(verdictsOn(siteWith("cdn.example")))).toEqual(others(verdictsOn({ servedSite })))
})

describe("a bug", () => {
  const canary = "the answer of a child"
  const columns = new Proxy<readonly StoredColumn[]>([], {
    get: () => {
      throw new TypeError(canary)
    },
  })
  const verdictOf = (audit: Audit) =>
    Effect.runSync(auditAll(nothingSeen, [{ id: "collection-window", audit }])).get("collection-window")

  test("in an audit leaves its rule not checked, with the class of the error, and stops no other audit", () => {
    const verdicts = verdictsOn({ columns: seen(columns) })
    expect(verdicts.get("responses-are-anonymous-and-final")).toMatchObject({
      status: "not checked",
      because: "its audit stopped on a TypeError",
    })
    expect(verdicts.get("opt-out-on-every-question")?.status).toBe("upheld")
    expect(verdicts.size).toBe(ruleIds.length)
  })

  test("keeps its class and its stack for the log, and never its message", () => {
    const stopped = stoppedAudits(verdictsOn({ columns: seen(columns) }))
    expect(stopped.map(({ rule }) => rule)).toContain("responses-are-anonymous-and-final")
    for (const { defect } of stopped) {
      expect(defect.errorClass).toBe("TypeError")
      expect(defect.stack[0]).toMatch(/^at .*audits\.test\.ts:\d+:\d+/)
      expect(JSON.stringify(defect)).not.toContain(canary)
    }
    expect(stoppedAudits(verdictsOn())).toEqual([])
  })

  test("whose message has many lines, or looks like a stack, still leaves no message in the log", () => {
    const verdict = verdictOf(() => {
      throw new Error(`${canary}\n    at home with ${canary}\n    at`)
    })
    expect(verdict).toMatchObject({ because: "its audit stopped on an Error" })
    expect(JSON.stringify(verdict)).not.toContain(canary)
  })

  test("that dies within the one audit that is an effect is caught alike", () => {
    expect(verdictOf(() => Effect.die(new RangeError(canary)))).toMatchObject({
      status: "not checked",
      because: "its audit stopped on a RangeError",
      defect: { errorClass: "RangeError" },
    })
  })

  test("that throws no error is named by the type of what it throws", () => {
    const verdict = verdictOf(() => {
      throw canary
    })
    expect(verdict).toEqual({
      status: "not checked",
      because: "its audit stopped on a thrown string",
      defect: { errorClass: "thrown string", stack: [] },
    })
  })

  test("while a fact is read leaves the fact unseen and its rules not checked, with the same cause", () => {
    const fact: Fact<string> = Effect.runSync(look("the extracts", Effect.die(new TypeError(canary)), seen<string>))
    const verdict = judge({ fact }, ({ fact }) => upheld(fact))
    expect(verdict).toMatchObject({ because: "reading the extracts stopped on a TypeError" })
    expect(JSON.stringify(verdict)).not.toContain(canary)
    expect(stoppedAudits(new Map([["collection-window", verdict]]))).toHaveLength(1)
  })
})

test("a store that fails leaves its fact unseen, without a bug", () => {
  expect(Effect.runSync(look("the extracts", Effect.fail("locked"), seen))).toEqual({
    unseen: "the extracts could not be read",
  })
})
