/** A planned publication is protected all at once: its tables can be released in any order, and the attacks that one by one would refuse are avoided. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { planPublication } from "../../../src/tables/plan/plan-publication.ts"
import { parsePlan } from "../../../src/tables/plan/read-plan.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"
import { variables } from "../../../surveys/variables/variables.ts"
import { columnsOf } from "../../support/drawn-columns.ts"
import { proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const regions = ["E12000001", "E12000002", "E12000004", "E12000007"] as const

/** Five girls of 10 in the North West; every other group is large. */
const children = regions.flatMap((region, at) =>
  ["9", "10", "11"].flatMap((age) =>
    ["girl", "boy"].flatMap((gender) =>
      Array.from(
        { length: at === 1 && age === "10" && gender === "girl" ? 5 : 14 + at + Number(age) },
        (): ResponseRecord => ({
          form: "9-12",
          answers: { age, gender },
          ...{ place: "matched", localAuthority: "E06000001", region, imdDecile: 3, flags: [] },
        }),
      ),
    ),
  ),
)

const columns = columnsOf(
  children,
  children.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n)),
  variables.filter(({ name }) => ["age", "gender", "region", "flagged"].includes(name)),
)

const acting = <A, E>(work: Effect.Effect<A, E, Effect.Services<ReturnType<typeof proposed>>>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return yield* work
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const planned = (tables: readonly unknown[], earlier: PriorReleases["earlier"] = []) =>
  Effect.flatMap(parsePlan(JSON.stringify({ tables })), (requests) =>
    planPublication(requests, columns, { earlier, declared: declaredVariables }),
  )

const byRegion = { rows: "age", columns: "gender", each: regions.map((region) => `region=${region}`) }

describe("a plan", { tags }, () => {
  test("of a table for England and one for each region is safe in every order of release", () =>
    acting(
      Effect.gen(function* () {
        const { outcomes } = yield* planned([{ rows: "age", columns: "gender" }, byRegion])
        const proposals = yield* Effect.forEach(outcomes, ({ table, made, because }) => {
          if (table === undefined || made === undefined) throw new Error(because)
          return proposed(proposalDraftOf(table, made))
        })
        expect(proposals).toHaveLength(5)
        const hiding = proposals.filter(({ facts }) => facts.cells.some(({ published }) => !published))
        expect(hiding.length).toBeGreaterThan(1)
        for (const order of [proposals, proposals.toReversed()])
          for (const [at, proposal] of order.entries()) {
            const prior = { earlier: order.slice(0, at), declared: declaredVariables }
            const found = yield* Effect.result(tableGates(proposal, prior))
            expect(Result.isSuccess(found) ? "safe" : found.failure.remedy).toBe("safe")
          }
      }),
    ))

  test("keeps to released tables, and says which table cannot be had", () =>
    acting(
      Effect.gen(function* () {
        const [first] = (yield* planned([{ rows: "age", columns: "gender" }])).outcomes
        if (first?.table === undefined || first.made === undefined) throw new Error("it is safe alone")
        const released = yield* proposed(proposalDraftOf(first.table, first.made))
        expect(released.facts.cells.every(({ published }) => published)).toBe(true)
        const { outcomes } = yield* planned([byRegion], [released])
        expect(outcomes.filter(({ because }) => because === undefined)).not.toHaveLength(0)
        for (const { because } of outcomes)
          if (because !== undefined) expect(because).toMatch(/cannot be shown|together with the other tables/)
      }),
    ))
})

test.each([
  ["not json", "{", "The plan is not understood"],
  ["no tables", '{"tables": []}', "The plan is not understood"],
  ["a word too many", '{"tables": [{"rows": "age", "rwos": "age"}]}', "The plan is not understood"],
  [
    "an unknown variable",
    '{"tables": [{"rows": "age"}, {"rows": "sexe"}]}',
    "Entry 2 of the plan: There is no variable sexe",
  ],
  ["a filter that is no node", '{"tables": [{"rows": "age", "filters": ["region=Leeds"]}]}', "has no category Leeds"],
])("a plan with %s is refused by name", { tags }, async (_, text, says) => {
  expect(await Effect.runPromise(Effect.flip(parsePlan(text)))).toMatchObject({
    message: expect.stringContaining(says),
  })
})
