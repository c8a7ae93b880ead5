/** The annexes show what was looked at and nothing else: none, not looked at, and a band are three different answers. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { retain } from "../../../policy/custody/retention.ts"
import { assets } from "../../../policy/dpia/assets/register.ts"
import { seen } from "../../../policy/facts/fact.ts"
import type { Facts } from "../../../policy/facts/facts.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import type { DecisionRecord } from "../../../policy/record/decision-record.ts"
import { decided } from "../../../policy/record/decision-record.ts"
import { changesBetween, changesSince, readEarlier } from "../../../policy/report/changes.ts"
import { designStandards } from "../../../policy/report/design-standards.ts"
import { undrawn } from "../../../policy/report/flow-figure.ts"
import { reportHtml } from "../../../policy/report/html.ts"
import { noting } from "../../../policy/report/looked.ts"
import { riskReports } from "../../../policy/report/risk-report.ts"
import { strengthOf } from "../../../policy/report/strength.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { recorded } from "../../support/policy/dpia/recorded.ts"
import { nothingSeen } from "../../support/policy/facts.ts"
import { made } from "../../support/policy/report/made.ts"
import { plain, rowsIn, sectionIn } from "../../support/policy/report/read.ts"
import { day, digest, memberOf } from "../../support/policy/team.ts"

const base = made()
const recordOf = (record: Parameters<typeof decided>[0]): DecisionRecord => Effect.runSync(decided(record))

const read = (responses: string) =>
  recordOf({
    kind: "responses-read",
    body: { power: "read-responses", role: "evidence-team", of: responses, purpose: "childhood-commission" },
  })

const facts: Facts = {
  ...nothingSeen,
  retentions: seen([retain(day("2024-05-01"))]),
  extracts: seen([]),
  complaints: seen(
    Array.from({ length: 3 }, (_, at) => ({
      id: `${at}`.repeat(12),
      receivedOn: day("2026-01-01"),
      acknowledged: false,
      replied: false,
    })),
  ),
  members: seen([memberOf("evidence-team")]),
  records: seen([
    read("2026-05-01"),
    read("2026-05-02"),
    recordOf({
      kind: "day-transferred",
      body: { of: "2026-05-01", on: "2026-05-02", responses: 7, digest: digest("d") },
    }),
    recordOf({ kind: "residue-scanned", body: { on: "2026-05-03", files: 5, traces: 0 } }),
  ]),
  ledger: seen({ length: 4, head: digest("head") }),
}
const page = reportHtml(made({ facts }))
const section = (id: string) => sectionIn(page, id)

describe("what was not looked at", () => {
  test("says so, and never reads as none", () => {
    const words = plain(sectionIn(reportHtml(base), "retention"))
    expect(words.match(/Not checked This test gives none\./g)).toHaveLength(2)
    expect(words).not.toContain("took: none")
    expect(plain(section("retention"))).toContain("Every extract that the processor took: none.")
  })
})

test("retention, readings and certificates come from the stores, without a count of answers", () => {
  expect(rowsIn(section("retention"))).toEqual([["1 May 2024", "Review overdue", expect.stringMatching(/2026$/)]])
  expect(rowsIn(section("access")).at(-1)).toEqual([
    ...["Evidence team", "read responses", "childhood commission", "2", "2 May 2026"],
  ])
  expect(rowsIn(section("certificates")).map(([what]) => what)).toEqual([
    "The answers of 1 May 2026 were transferred, and their key destroyed",
    "Every byte of the stores was searched, and nothing was found",
  ])
  expect(canonicalJson(made({ facts }).certificates)).not.toContain("7")
})

test("complaints are in bands, with the soonest day and whether one is late", () => {
  expect(rowsIn(section("complaints"))).toEqual([
    ["Fewer than 10", "At least one waits for an acknowledgement", "At least one is overdue", "31 January 2026"],
  ])
})

test("people appear by role, and by their id only where the DPO asks", () => {
  const { person } = memberOf("evidence-team")
  expect(page).not.toContain(person)
  expect(reportHtml(made({ facts, withPeople: true }))).toContain(person)
})

describe("the figure", () => {
  test("has a box for each place, and each step makes an asset of the register", () => {
    expect(undrawn(base.flow)).toEqual([])
    expect(undrawn({ ...base.flow, places: [{ place: "the moon", where: "", assets: 1, owners: [] }] })).toEqual([
      "the moon",
    ])
    const ids: readonly string[] = assets.map(({ id }) => id)
    expect(base.flow.steps.filter(({ asset }) => asset !== undefined && !ids.includes(asset))).toEqual([])
    expect(base.flow.places.reduce((sum, each) => sum + each.assets, 0)).toBe(assets.length)
  })

  test("has its words as text, with the numbers of the arrows", () => {
    expect(section("flow")).toMatch(/<svg [^>]*role="img" aria-label="Data flow in 6 steps: 1, child to shared device;/)
    expect(section("flow").match(/<li><strong>/g)).toHaveLength(6)
  })
})

test("a standard and a right are worth what their rules show", () => {
  const broken = reportHtml(made({}, [{ store: "collection", table: "response", column: "at" }]))
  const cell = (page: string, id: string, name: string) =>
    rowsIn(sectionIn(page, id))
      .find(([first]) => first === name)
      ?.at(-2)
  expect(cell(broken, "standards", "Profiling")).toBe("✕ Broken")
  expect(cell(broken, "rights", "Access")).toBe("✕ Broken")
  expect(cell(reportHtml(base), "standards", "Profiling")).not.toContain("Broken")
  expect(cell(broken, "standards", "Parental controls")).toBe("–")
})

test("all 15 standards are there; one that does not apply says why", () => {
  expect(designStandards).toHaveLength(15)
  for (const { how, rules } of designStandards) expect(rules.length > 0).toBe(!how.startsWith("Does not apply"))
})

describe("strength", () => {
  const looked = { seen: ["columns"], unseen: [] } as const
  const graded = { kept: "upheld", enforcedBy: ["types", "test"], looked } as const
  test("is no more than what shows it", () => {
    expect(strengthOf(graded)).toBe("observed")
    expect(strengthOf({ ...graded, looked: { seen: ["forms", "today"], unseen: [] } })).toBe("prevented")
    expect(strengthOf({ ...graded, enforcedBy: ["test", "people"] })).toBe("tested")
    const people = { attested: 2, lapsed: 0, missing: 0 }
    expect(strengthOf({ ...graded, kept: "not-checked" })).toBe("stated")
    expect(strengthOf({ ...graded, kept: "not-checked", people })).toBe("attested")
    expect(strengthOf({ ...graded, kept: "not-checked", people: { ...people, missing: 1 } })).toBe("stated")
    expect(strengthOf({ ...graded, kept: "broken", people })).toBe("stated")
  })

  test("turns on the facts that an audit read", () => {
    const watched = noting({ ...nothingSeen, columns: seen([]) })
    expect(watched.looked()).toEqual({ seen: [], unseen: [] })
    expect([watched.facts.columns, watched.facts.ledger]).toHaveLength(2)
    expect(watched.looked()).toEqual({ seen: ["columns"], unseen: ["ledger"] })
    expect(base.rules.find(({ id }) => id === "assets-registered")?.lookedAt).toContain("every column of both stores")
  })
})

describe("risks", () => {
  test("a broken rule makes a risk the worst, whatever its level", () => {
    const rules = base.rules.map((rule) =>
      rule.id === "small-cells-suppressed"
        ? { ...rule, kept: "broken" as const }
        : { ...rule, kept: "upheld" as const },
    )
    const [first, ...rest] = riskReports(rules, recorded)
    expect(first).toMatchObject({ id: "identifiable-in-publication", kept: "broken", after: "low" })
    expect(rest.every(({ kept }) => kept === "upheld")).toBe(true)
    expect(rest[0]?.after).toBe("not rated")
  })
})

describe("promises", () => {
  test("each has a state; none is kept where its rule is broken or a part is not built", () => {
    expect(base.commitments).toHaveLength(139)
    const broken = made({}, [{ store: "collection", table: "response", column: "at" }])
    const rule = broken.rules.find(({ kept }) => kept === "broken")?.id
    const own = broken.commitments.filter((each) => each.rule === rule)
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ state }) => state === "broken")).toBe(true)
    expect(base.commitments.some(({ state, lacks }) => lacks !== undefined && /^(kept|attested)$/.test(state))).toBe(
      false,
    )
  })
})

describe("changes", () => {
  const twin = canonicalJson(base)
  const earlier = readEarlier(twin)
  if (earlier === undefined) throw new Error("a report cannot be read back")

  test("an empty list names all that stayed the same, and another text is no report", () => {
    expect(changesBetween(earlier, earlier)).toEqual([
      { direction: "same", what: "rules, findings, attestations, DPIA and code" },
    ])
    expect(readEarlier("{}")).toBeUndefined()
    expect(changesSince({ because: "it is gone" }, base)).toEqual({ compared: false, because: "it is gone" })
    expect(changesSince(earlier, base)).toMatchObject({ compared: true, since: base.madeOn })
  })

  test("worse comes first, each by its name", () => {
    const [one, two] = ruleIds
    const rules = earlier.rules.map((rule) => {
      if (rule.id === one) return { ...rule, kept: "broken" as const }
      return rule.id === two ? { ...rule, needs: "a decision" } : rule
    })
    const words = (then: typeof earlier, now: typeof earlier) =>
      changesBetween(then, now).map(({ direction, what }) => `${direction}: ${what}`)
    expect(words(earlier, { ...earlier, rules, dpiaVersion: "other" })).toEqual([
      `worse: rule ${one}: upheld before, now broken`,
      `worse: rule ${two} needs a decision`,
      "changed: the text of the DPIA",
    ])
    expect(words({ ...earlier, rules }, earlier)).toEqual([
      `better: rule ${one}: broken before, now upheld`,
      `better: rule ${two} needs no decision any more`,
    ])
  })
})
