/** A person on the list declares what their role may, dated by the clock; what contradicts the law or the past is refused. */
import { Clock, Effect, type Layer, Result } from "effect"
import { describe, expect, test } from "vitest"
import { grant } from "../../policy/capability/capability.ts"
import type { Member } from "../../policy/capability/member.ts"
import type { Role } from "../../policy/data/role.ts"
import type { Declaration, Declared, Draft } from "../../policy/deployment/declaration.ts"
import { type Before, declare, findInForce, withdraw } from "../../policy/deployment/declare.ts"
import { inForce, latest } from "../../policy/deployment/in-force.ts"
import { powerToDeclare } from "../../policy/deployment/may-declare.ts"
import { dpiaVersion } from "../../policy/dpia/document/version.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { RuleId } from "../../policy/rule-id.ts"
import { clockAt } from "../support/clock.ts"
import { memberOf, midday, personOf, within } from "../support/policy/team.ts"

const tags: RuleId[] = ["dpia-signed-off"]
const on = "2027-02-01"
const nothing: Before = { declared: [], collection: "not-open" }
const everyone: readonly Role[] = ["evidence-team", "director-of-evidence", "dpo", "senior-information-risk-owner"]
const list = everyone.map((role) => memberOf(role))
const officer: Role = "senior-information-risk-owner"

const at = <A, E>(
  today: string,
  work: Effect.Effect<A, E, Layer.Success<ReturnType<typeof within>>>,
  members: readonly Member[] = list,
) =>
  Effect.runSync(
    work.pipe(
      Effect.provide(within("always", members)),
      Effect.provideService(
        Clock.Clock,
        clockAt(() => midday(today)),
      ),
      Effect.result,
    ),
  )

const declaring = (role: Role, draft: Draft, before: Before) =>
  Effect.gen(function* () {
    const may = yield* grant(powerToDeclare(draft), personOf(role))
    return yield* declare(may, draft, before)
  })

const told = (role: Role, draft: Draft, before = nothing, today = on, members: readonly Member[] = list) =>
  at(today, declaring(role, draft, before), members)

const refusalOf = (...args: Parameters<typeof told>): string => {
  const result = told(...args)
  return Result.isFailure(result) ? result.failure.message : "declared"
}

const declaredBy = (...drafts: readonly (readonly [Role, Draft])[]): Before =>
  drafts.reduce<Before>((before, [role, draft]) => {
    const { state } = Result.getOrThrow(told(role, draft, before))
    return { ...before, declared: [...before.declared, state] }
  }, nothing)

const dpia = dpiaVersion.slice(0, 12)
const window = (opens: string, closes: string): Draft => ({ kind: "window", value: { opens, closes } })
const decision = (finding: string): Draft => ({ kind: "decision", value: { finding, decision: "It is settled." } })
const advice: Draft = { kind: "advice", value: { of: "dpo-advice", dpia, advice: "Proceed." } }
const waiver = (change: object = {}): Draft => ({
  kind: "waiver",
  value: {
    finding: "F17",
    reason: "It is due.",
    owner: personOf(officer),
    askedBy: personOf("dpo"),
    until: "2027-06-30",
    ...change,
  },
})
const attestation = (change: object = {}): Draft => ({
  kind: "attestation",
  value: { commitment: "C020", reference: "Letter 4", digest: digestOf("letter"), until: "2027-12-31", ...change },
})

describe("is declared", { tags }, () => {
  test("with the person, role and day, and its digest in the ledger", () => {
    const { state, record } = Result.getOrThrow(told(officer, decision("F17")))
    expect(state).toMatchObject({
      place: 1,
      declaration: { kind: "decision", value: { finding: "F17", by: personOf(officer), role: officer, on } },
    })
    expect(record).toEqual({
      kind: "declaration-made",
      body: { declaration: state.id, of: "decision", by: officer, on },
    })
    expect(JSON.stringify(record)).not.toContain("settled")
  })

  test("by the person to whom the power was granted, and nobody else", () => {
    const named = { by: personOf("dpo"), role: "dpo", on: "2020-01-01" }
    const { state } = Result.getOrThrow(
      told(officer, { ...decision("F17"), value: { ...decision("F17").value, ...named } }),
    )
    expect(state.declaration.value).toMatchObject({ by: personOf(officer), role: officer, on })
  })

  test("and a later one about the same subject takes its place; withdrawn, nothing takes its", () => {
    const before = declaredBy([officer, decision("F17")], [officer, decision("F17")], [officer, decision("F26")])
    expect(latest(before.declared).map(({ place }) => place)).toEqual([2, 3])
    const [first, second, third] = before.declared
    if (!(first && second && third)) throw new Error("three were declared")
    const declared: readonly Declared[] = [first, { ...second, withdrawnOn: on }, third]
    expect(inForce(declared).decisions.map(({ finding }) => finding)).toEqual(["F26"])
  })

  test("advice counts once another person has answered it, and an answer counts for that advice alone", () => {
    const given = declaredBy(["dpo", advice])
    expect(inForce(given.declared)).toMatchObject({ signOffs: [], unanswered: { advice: "Proceed." } })
    const [first] = given.declared
    const answer: Draft = { kind: "answer", value: { to: first?.id, outcome: "accepted" } }
    const answered = Result.getOrThrow(told(officer, answer, given)).state
    const both = [...given.declared, answered]
    expect(inForce(both)).toMatchObject({ signOffs: [{ of: "dpo-advice", answer: { outcome: "accepted" } }] })
    const again = Result.getOrThrow(told("dpo", advice, { ...given, declared: both })).state
    expect(inForce([...both, again])).toMatchObject({ signOffs: [], unanswered: { advice: "Proceed." } })
  })
})

describe("is refused, in a few words", { tags }, () => {
  const open = declaredBy([officer, window("2027-02-01", "2027-03-01")])
  const early = declaredBy([officer, window("2027-02-10", "2027-03-01")])
  const refused: ReadonlyArray<readonly [string, Parameters<typeof told>, RegExp]> = [
    ["an attestation by nobody on the list", ["processor", attestation()], /not-on-the-list/],
    ["a decision of the controller by the DPO", ["dpo", decision("F17")], /not-for-this-role/],
    ["advice by another than the DPO", [officer, advice], /not-for-this-role/],
    ["a decision of the DPO by the controller", [officer, decision("F23")], /not-for-this-role/],
    ["a waiver of what cannot be waived", [officer, waiver({ finding: "F18" })], /[Oo]nly F17 and F26 can be waived/],
    ["a waiver granted to oneself", [officer, waiver({ askedBy: personOf(officer) })], /other than the one who asks/],
    ["a waiver with a day in the past", [officer, waiver({ until: "2027-01-31" })], /End the waiver on or after/],
    ["a waiver of two years", [officer, waiver({ until: "2029-01-31" })], /within a year/],
    ["a waiver owned by nobody on the list", [officer, waiver({ owner: personOf("processor") })], /not on the list/],
    ["an attestation that ends today", ["evidence-team", attestation({ until: on })], /End the attestation after/],
    [
      "an attestation of what software keeps",
      ["evidence-team", attestation({ commitment: "C021" })],
      /only people can keep/,
    ],
    [
      "a finding that is not there",
      [officer, decision("F99")],
      /names something that does not exist\. Nothing was recorded/,
    ],
    ["F18 without its document", [officer, decision("F18")], /policyDocument|Nothing was recorded/],
    [
      "an answer where nobody advised",
      [officer, { kind: "answer", value: { to: digestOf(""), outcome: "accepted" } }],
      /no advice in force/,
    ],
    ["a window in the past", [officer, window("2027-01-31", "2027-03-01")], /opens on a day that is over/],
    ["a window that closes before it opens", [officer, window("2027-03-01", "2027-02-28")], /close on or after/],
    [
      "a contact without a way to reach it",
      [officer, { kind: "contact", value: { of: "dpo", contact: { name: "DPO" } } }],
      /email address/,
    ],
    ["a longer window while the collection is open", [officer, window("2027-02-01", "2027-03-02"), open], /has opened/],
    ["another first day while it is open", [officer, window("2027-02-02", "2027-03-01"), open], /has opened/],
    [
      "another window of a store that has answers",
      [officer, window("2027-02-11", "2027-03-01"), { ...early, collection: "open" }],
      /has opened/,
    ],
    ["a last day that is over", [officer, window("2027-02-01", "2027-02-02"), open, "2027-02-03"], /closes on a day/],
  ]
  test.for(refused)("%s", ([, args, named]) => {
    const message = refusalOf(...args)
    expect(message).toMatch(named)
    expect(message.split(/\s+/).length).toBeLessThanOrEqual(32)
  })

  test("by a person who has left the list since", () => {
    const draft = decision("F17")
    const result = at(
      on,
      Effect.gen(function* () {
        const may = yield* grant(powerToDeclare(draft), personOf(officer))
        return yield* declare(may, draft, nothing).pipe(Effect.provide(within("always", [])))
      }),
    )
    expect(Result.isFailure(result) && result.failure.message).toContain("not-on-the-list")
  })

  test("by a power for something else", () => {
    const result = at(
      on,
      Effect.gen(function* () {
        const may = yield* grant("attest", personOf(officer))
        return yield* declare(may, decision("F17"), nothing)
      }),
    )
    expect(Result.isFailure(result) && result.failure.message).toContain("not-for-this-role")
  })
})

describe("a window", { tags }, () => {
  const open = declaredBy([officer, window("2027-02-01", "2027-03-01")])

  test("may end sooner while it is open, and change freely before", () => {
    expect(refusalOf(officer, window("2027-02-01", "2027-02-15"), open)).toBe("declared")
    const early = declaredBy([officer, window("2027-02-10", "2027-03-01")])
    expect(refusalOf(officer, window("2027-02-20", "2027-04-01"), early)).toBe("declared")
  })

  const taking = (before: Before, place: number) =>
    at(
      on,
      Effect.gen(function* () {
        const found = yield* findInForce(place, before)
        const may = yield* grant(powerToDeclare(found.declaration), personOf(officer))
        return yield* withdraw(may, found, before)
      }),
    )

  test("is not withdrawn once it has opened; another declaration is, once", () => {
    const refused = taking(open, 1)
    expect(Result.isFailure(refused) && refused.failure.message).toContain("has opened")
    const before = declaredBy([officer, decision("F17")])
    const { state, record } = Result.getOrThrow(taking(before, 1))
    expect(record).toMatchObject({ kind: "declaration-withdrawn", body: { declaration: state.id, by: officer, on } })
    const twice = taking({ ...before, declared: [state] }, 1)
    expect(Result.isFailure(twice) && twice.failure.message).toContain("No declaration 1 is in force")
  })
})

test("every kind of declaration takes one of the three powers", { tags }, () => {
  const kinds: readonly Declaration["kind"][] = ["advice", "attestation", "decision", "window", "contact"]
  expect(kinds.map((kind) => powerToDeclare({ kind, value: { finding: "F23" } }))).toEqual([
    "advise-as-dpo",
    "attest",
    "advise-as-dpo",
    "decide-for-the-controller",
    "decide-for-the-controller",
  ])
})
