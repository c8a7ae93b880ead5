/** Only grant makes a capability; it gives one for the right role on the right days, and it is looked at at each use. */
import { assert, describe, expect, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { exercise } from "../../policy/capability/capability.ts"
import { type Member, type PersonId, readMember } from "../../policy/capability/member.ts"
import { type Power, powers } from "../../policy/capability/power.ts"
import { readersOn } from "../../policy/capability/readers.ts"
import type { NotGrantedBecause } from "../../policy/capability/standing.ts"
import { daysAfter } from "../../policy/civil-day.ts"
import { type ClearanceLevel, clearanceLevels, type Role, roles, supervisors } from "../../policy/data/role.ts"
import { seen } from "../../policy/facts/fact.ts"
import { evidenceTeamOnly } from "../../policy/rules/evidence-team-only.ts"
import type { Window } from "../../policy/window.ts"
import { resolveReader } from "../../src/tables/request/read-responses.ts"
import { newEvidenceSource, openedEvidence } from "../support/evidence.ts"
import { show } from "../support/policy/examples.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { day, granted, memberOf, midday, personOf, within } from "../support/policy/team.ts"

const tags = ["evidence-team-only" as const]

/** Written out by hand, and not read from the code. */
const matrix: Readonly<Record<Power, readonly Role[]>> = {
  "read-responses": ["evidence-team"],
  "read-raw-free-text": ["evidence-team"],
  "review-free-text": ["evidence-team"],
  "check-output": ["evidence-team"],
  "release-texts": ["head-of-data-science", "director-of-evidence"],
  "release-table": ["head-of-data-science", "director-of-evidence"],
  "widen-geography": ["head-of-data-science", "director-of-evidence"],
  "extend-retention": ["head-of-data-science", "director-of-evidence"],
  "destroy-data": ["head-of-data-science", "director-of-evidence"],
  "close-collection": ["head-of-data-science", "director-of-evidence"],
  "certify-extract-deletion": ["head-of-data-science", "director-of-evidence"],
  "take-extract": ["processor"],
  build: ["processor"],
  test: ["processor"],
  maintain: ["processor"],
  "read-report": [
    "head-of-data-science",
    "director-of-evidence",
    "dpo",
    "senior-information-risk-owner",
    "legal-adviser",
  ],
  "decide-for-the-controller": ["director-of-evidence", "senior-information-risk-owner"],
  "advise-as-dpo": ["dpo"],
  attest: roles.filter((role) => role !== "administrator"),
  "answer-complaints": ["director-of-evidence", "dpo"],
  "confirm-law": ["legal-adviser"],
  "administer-access": ["director-of-evidence", "administrator"],
}

const today = day("2021-05-01")
const window: Window = { opens: "2021-04-19", closes: "2021-05-19" }

/** What comes of asking for a power: the last day it holds, or why it is not granted. */
const asked = (power: Power, member: Member, on: string = today, open: Window | "always" = window) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday(on))
    const result = yield* Effect.result(granted(power, member.role))
    return Result.isSuccess(result) ? result.success.lastDay : result.failure.because
  }).pipe(Effect.provide(within(open, [member])))

describe("does not compile", { tags }, () => {
  it("a look-alike, a spread copy, another power, a constructed one, none at all, a member in its place", () => {
    expect(breachesOf("evidence-team-only")).toEqual(
      expect.arrayContaining(["look-alike", "spread-copy", "another-power", "plain-object", "member", "role-name"]),
    )
  })
})

describe("is refused", { tags }, () => {
  const cells = roles.flatMap((role) => powers.map((power) => [role, power, matrix[power].includes(role)] as const))
  it("the matrix is whole", () => {
    expect(cells).toHaveLength(roles.length * powers.length)
    expect(Object.keys(matrix).sort()).toEqual([...powers].sort())
  })

  it.effect.each(cells)("%s, %s: %s", ([role, power, may]) =>
    Effect.gen(function* () {
      const found = yield* asked(power, memberOf(role))
      if (may) assert.match(found, /^20/)
      else assert.strictEqual(found, "not-for-this-role")
    }),
  )

  it("supervisors approve and read no row; only the evidence team does (F13)", () => {
    for (const power of ["read-responses", "read-raw-free-text", "review-free-text"] as const)
      expect(matrix[power].filter((role) => role !== "evidence-team")).toEqual([])
    expect(supervisors).toEqual(matrix["release-table"])
  })

  const yesterday = daysAfter(today, -1)
  const tomorrow = daysAfter(today, 1)
  const cleared = (level: ClearanceLevel, until: Member["until"]) => ({ clearance: { level, until } })
  const edges: ReadonlyArray<readonly [string, Partial<Member>, NotGrantedBecause | string]> = [
    ["trained a year ago today: it ran out yesterday", { trainedOn: day("2020-05-01") }, "training-out-of-date"],
    ["trained a year ago tomorrow: today is its last day", { trainedOn: day("2020-05-02") }, today],
    ["trained tomorrow", { trainedOn: tomorrow }, "training-out-of-date"],
    ["trained today", { trainedOn: today }, "2022-04-30"],
    ["clearance ended yesterday", cleared("security-check", yesterday), "clearance-expired"],
    ["clearance ends today", cleared("security-check", today), today],
    ["cleared too low", cleared("counter-terrorist-check", day("2099-12-31")), "clearance-too-low"],
    ["cleared higher", cleared("developed-vetting", tomorrow), tomorrow],
    ["joins tomorrow", { from: tomorrow }, "not-yet-on-the-project"],
    ["joins today", { from: today }, "2022-03-31"],
    ["left yesterday", { until: yesterday }, "no-longer-on-the-project"],
    ["last day today", { until: today }, today],
  ]
  it.effect.each(edges)("%s: %s", ([, change, expected]) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* asked("read-responses", memberOf("evidence-team", change)), expected)
    }),
  )

  it.effect("the levels of clearance are in order", () =>
    Effect.gen(function* () {
      const outcomes = yield* Effect.forEach(clearanceLevels, (level) =>
        asked("read-responses", memberOf("evidence-team", cleared(level, day("2099-12-31")))),
      )
      assert.deepStrictEqual(outcomes, ["clearance-too-low", "clearance-too-low", "2022-03-31", "2022-03-31"])
    }),
  )

  it.effect("reading the report needs neither training nor clearance, but a place on the project", () =>
    Effect.gen(function* () {
      const untrained = memberOf("dpo", { trainedOn: day("2001-01-01"), ...cleared("baseline-standard", yesterday) })
      assert.strictEqual(yield* asked("read-report", untrained), "2099-12-31")
      assert.strictEqual(yield* asked("read-report", { ...untrained, until: yesterday }), "no-longer-on-the-project")
    }),
  )

  const processor = memberOf("processor")
  const closing: ReadonlyArray<readonly [Power, string, string]> = [
    ["maintain", "2021-05-19", "2021-05-19"],
    ["maintain", "2021-05-20", "collection-closed"],
    ["take-extract", "2021-05-19", "2021-05-19"],
    ["take-extract", "2021-05-20", "collection-closed"],
    ["build", "2021-05-20", "collection-closed"],
  ]
  it.effect.each(closing)("the processor's %s on %s: %s", ([power, on, expected]) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* asked(power, processor, on), expected)
    }),
  )

  it.effect(
    "the processor's part ends with the project if that is sooner, and at once if the window cannot be read",
    () =>
      Effect.gen(function* () {
        assert.strictEqual(yield* asked("maintain", { ...processor, until: tomorrow }), tomorrow)
        assert.strictEqual(yield* asked("maintain", processor, today, { opens: "", closes: "" }), "collection-closed")
        assert.strictEqual(yield* asked("maintain", processor, today, "always"), "2022-03-31")
      }),
  )

  it.effect("a person who is not on the named list gets no capability", () =>
    Effect.gen(function* () {
      const refusal = yield* Effect.flip(granted("read-responses", "evidence-team", 7))
      assert.deepInclude(refusal, { _tag: "NotGranted", rule: "evidence-team-only", because: "not-on-the-list" })
      assert.notInclude(JSON.stringify(refusal), personOf("evidence-team", 7))
      assert.notInclude(refusal.message, personOf("evidence-team", 7))
    }).pipe(Effect.provide(within(window, [memberOf("evidence-team")]))),
  )
})

describe("is looked at again at each use", { tags }, () => {
  const trained = memberOf("evidence-team", { trainedOn: day("2020-05-02") })

  it.effect("a capability granted in time fails once the training has run out", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(today))
      const capability = yield* granted("read-responses", "evidence-team")
      assert.strictEqual(yield* exercise(capability), today)
      yield* TestClock.setTime(Date.parse("2021-05-01T22:59:59.999Z"))
      assert.strictEqual(yield* exercise(capability), today)
      yield* TestClock.adjust(1)
      assert.strictEqual((yield* Effect.flip(exercise(capability))).because, "training-out-of-date")
    }).pipe(Effect.provide(within(window, [trained]))),
  )

  it.effect("a person removed from the list can use no earlier capability", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(today))
      const capability = yield* granted("read-responses", "evidence-team").pipe(
        Effect.provide(within(window, [trained])),
      )
      const refusal = yield* Effect.flip(exercise(capability)).pipe(Effect.provide(within(window, [])))
      assert.strictEqual(refusal.because, "not-on-the-list")
    }),
  )

  it.effect("one forged past the compiler is nobody's", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday(today))
      const capability = yield* granted("read-responses", "evidence-team")
      const forged = Object.create(Object.getPrototypeOf(capability), Object.getOwnPropertyDescriptors(capability))
      assert.strictEqual((yield* Effect.flip(exercise(forged))).because, "not-on-the-list")
      assert.throws(() => Object.assign(capability, { power: "destroy-data" }))
    }).pipe(Effect.provide(within(window, [memberOf("evidence-team")]))),
  )
})

describe("audit", { tags }, () => {
  const readers = (count: number) => Array.from({ length: count }, (_, number) => memberOf("evidence-team", {}, number))
  const verdict = (members: readonly Member[]) =>
    evidenceTeamOnly.audit(factsWith({ members: seen(members), today: seen(today) }))

  it("not checked where there is no list, or an empty one", () => {
    assert.strictEqual(evidenceTeamOnly.audit(nothingSeen).status, "not checked")
    assert.strictEqual(verdict([]).status, "not checked")
  })

  it("upheld with five readers, however many supervise", () => {
    assert.strictEqual(verdict([...readers(5), ...supervisors.map((role) => memberOf(role))]).status, "upheld")
  })

  it("broken by a sixth, and not by one whose training has run out", () => {
    const alert = verdict(readers(6))
    assert.strictEqual(alert.status, "broken")
    assert.notMatch(JSON.stringify(alert), /\b6\b/)
    const lapsed = memberOf("evidence-team", { trainedOn: day("2020-01-01") }, 9)
    assert.strictEqual(verdict([...readers(5), lapsed]).status, "upheld")
    assert.lengthOf(readersOn([...readers(5), lapsed], today), 5)
  })

  it.effect("a member is read whole or not at all: counterexamples", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(show(evidenceTeamOnly.examples).wrong, [])
      assert.strictEqual((yield* readMember({ ...memberOf("dpo") })).role, "dpo")
    }),
  )
})

describe("reading", { tags: [...tags] }, () => {
  it("live answers needs a name, and a rehearsal none", async () => {
    const evidence = await openedEvidence(await newEvidenceSource("sqlite"))
    const refusal = await Effect.runPromise(Effect.flip(resolveReader<PersonId>(evidence, "live", undefined)))
    assert.include(refusal.message, "--by ID")
    const { person } = await Effect.runPromise(resolveReader<PersonId>(evidence, "rehearsal", undefined))
    assert.strictEqual(person, "0".repeat(16))
  })
})
