/** Tables that are each safe and together give a few children away are refused in words; disjoint tables are not. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { type PriorReleases, releasedTablesGate } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { assess } from "../../../src/tables/request/assess.ts"
import { parseRequest, type TableOptions } from "../../../src/tables/request/table-request.ts"
import { tabulateRequest } from "../../../src/tables/request/tabulate-request.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"
import { variables } from "../../../surveys/variables/variables.ts"
import { columnsOf } from "../../support/drawn-columns.ts"
import { proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [northEast, northWest, eastMidlands, london] = ["E12000001", "E12000002", "E12000004", "E12000007"] as const

const many = (count: number, age: string, gender: string, region: string, flags: readonly string[] = []) =>
  Array.from(
    { length: count },
    (): ResponseRecord => ({
      form: Number(age) < 9 ? "6-8" : "9-12",
      answers: { age, gender },
      ...{ place: "matched", localAuthority: "E06000001", region, imdDecile: 3, flags },
    }),
  )

const regions = [northEast, northWest, eastMidlands, london]

/** Five girls of 10 in the North West; every other group is large. */
const children: readonly ResponseRecord[] = regions.flatMap((region, at) =>
  ["9", "10"].flatMap((age) =>
    ["girl", "boy"].flatMap((gender) =>
      many(region === northWest && age === "10" && gender === "girl" ? 5 : 14 + at, age, gender, region),
    ),
  ),
)

const columnsFor = (all: readonly ResponseRecord[]) =>
  columnsOf(
    all,
    // Large and unlike each other, as random ids are.
    all.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n)),
    variables.filter(({ name }) =>
      ["form", "form-band", "age", "age-band", "gender", "region", "flagged"].includes(name),
    ),
  )

const proposalsOf = (all: readonly ResponseRecord[], requests: readonly TableOptions[]) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const columns = columnsFor(all)
    return yield* Effect.forEach(requests, (asked) =>
      Effect.gen(function* () {
        const table = yield* tabulateRequest(yield* parseRequest(asked), columns)
        const made = yield* assess(table)
        if (made.protected === undefined) throw new Error("each is safe alone")
        return yield* proposed(proposalDraftOf(table, made.protected))
      }),
    )
  })

/** Releases one after the other, each as it is assessed after those before; the verdict on the last. */
const verdictOn = (all: readonly ResponseRecord[], requests: readonly TableOptions[]): Promise<string> =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const columns = columnsFor(all)
    const earlier: PriorReleases["earlier"][number][] = []
    let verdict = "released"
    for (const asked of requests) {
      const table = yield* tabulateRequest(yield* parseRequest(asked), columns)
      const made = yield* assess(table, { earlier })
      if (made.protected === undefined) return made.because ?? "unsafe alone"
      const proposal = yield* proposed(proposalDraftOf(table, made.protected))
      const prior = { earlier: [...earlier], declared: declaredVariables }
      const found = yield* Effect.result(tableGates(proposal, prior))
      verdict = Result.isSuccess(found) ? "released" : found.failure.remedy
      if (Result.isSuccess(found)) earlier.push(proposal)
    }
    return verdict
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const cross = { rows: "age", columns: "gender" }
const of = (region: string): TableOptions => ({ ...cross, filters: [`region=${region}`] })

describe("tables together", { tags }, () => {
  test("three regions by filter give the fourth: the third is refused, and the refusal says how", async () => {
    expect(await verdictOn(children, [cross, of(northEast), of(eastMidlands)])).toBe("released")
    const refusal = await verdictOn(children, [cross, of(northEast), of(eastMidlands), of(london)])
    expect(refusal).toContain("together with the tables released before")
    expect(refusal).toContain("all less")
    for (const words of [
      "London",
      "North East",
      "East Midlands",
      "Girl",
      "10 years old",
      "leave out the filter on region",
    ])
      expect(refusal.toLowerCase()).toContain(words.toLowerCase())
    expect(refusal).not.toMatch(/\b5\b/)
  })

  test("in another order the table of all is refused", async () => {
    expect(await verdictOn(children, [of(northEast), of(eastMidlands), of(london)])).toBe("released")
    expect(await verdictOn(children, [of(northEast), of(eastMidlands), of(london), cross])).toContain(
      "can be worked out",
    )
  })

  test("disjoint regions follow each other, whatever their counts", async () => {
    const few = regions.flatMap((region, at) =>
      many(20 + at, "9", "girl", region).concat(many(19 + at, "9", "boy", region)),
    )
    expect(
      await verdictOn(
        few,
        regions.map((region) => ({ rows: "gender", filters: [`region=${region}`] })),
      ),
    ).toBe("released")
  })

  test("a filter that leaves three doubtful responses out", async () => {
    const doubtful = [...children, ...many(3, "9", "girl", london, ["nothing-said"])]
    expect(await verdictOn(doubtful, [{ rows: "gender" }])).toBe("released")
    expect(
      await verdictOn(doubtful, [{ rows: "gender" }, { rows: "age", filters: ["gender=girl", "flagged=no"] }]),
    ).toContain("Flagged")
  })

  test("a form and its ages share their children", async () => {
    const unanswered = [...children, ...many(30, "7", "girl", london), ...many(4, "not-answered", "girl", london)]
    expect(
      await verdictOn(unanswered, [
        { rows: "gender", filters: ["form-band=for-9-12"] },
        { rows: "gender", filters: ["form-band=for-9-12", "age=9,10,11,12"] },
      ]),
    ).toContain("together with the tables released before")
  })

  test("a table is released again", async () => {
    expect(await verdictOn(children, [cross, cross])).toBe("released")
  })
})

describe("an earlier release that is found unsafe", { tags }, () => {
  const verdict = (
    all: readonly TableOptions[],
    more: Partial<PriorReleases> | ((ids: readonly string[]) => Partial<PriorReleases>),
    { last = { rows: "gender" }, from = children }: { last?: TableOptions; from?: readonly ResponseRecord[] } = {},
  ) =>
    Effect.gen(function* () {
      const earlier = yield* proposalsOf(from, all)
      const [next] = yield* proposalsOf(from, [last])
      if (next === undefined) throw new Error("there is one")
      const given = typeof more === "function" ? more(earlier.map(({ id }) => id)) : more
      const prior: PriorReleases = { earlier, declared: declaredVariables, ...given }
      const together = yield* Effect.result(releasedTablesGate(prior, 10))
      const found = yield* Effect.result(tableGates(next, prior))
      return [
        Result.isSuccess(together) ? "safe" : together.failure.message,
        Result.isSuccess(found) ? "safe" : found.failure.remedy,
      ]
    }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

  const leaking = [cross, of(northEast), of(eastMidlands), of(london)]

  test("is an incident that stops every table, until one that makes it is withdrawn", async () => {
    for (const order of [leaking, leaking.toReversed()]) {
      const [incident, next] = await verdict(order, {})
      expect(incident).toContain("an incident: together, the count of")
      expect(incident).toContain("is not North East, East Midlands or London")
      expect(next).toContain("the tables released before are unsafe without this one")
      expect(next).toContain("ask -- release withdraw TABLE --by SUPERVISOR")
    }
    expect(await verdict(leaking, ([, , , last = ""]) => ({ withdrawn: [last] }))).toEqual(["safe", "safe"])
  })

  test("stays one where the withdrawn table is not among those that make it", async () => {
    const [incident, next] = await verdict([...leaking, { rows: "region" }], (ids) => ({ withdrawn: ids.slice(-1) }))
    expect(incident).toContain("an incident")
    expect(next).toContain("are unsafe without this one")
  })

  test("excuses nothing that a later table adds", async () => {
    const from = [...children, ...many(3, "9", "girl", london, ["nothing-said"])]
    const last = { rows: "age", filters: ["gender=girl", "flagged=no"] }
    const [, next] = await verdict([{ rows: "gender" }, ...leaking], (ids) => ({ withdrawn: ids.slice(-1) }), {
      last,
      from,
    })
    expect(next).toContain("together with the tables released before")
  })
})
