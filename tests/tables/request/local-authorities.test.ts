/** Tables by all 153 local authorities are released together with everything else, or refused in words. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { tableGates } from "../../../policy/release/release.ts"
import { assess } from "../../../src/tables/request/assess.ts"
import { labelPlaces } from "../../../src/tables/request/place-labels.ts"
import { parseRequest, type TableOptions } from "../../../src/tables/request/table-request.ts"
import { tabulateRequest } from "../../../src/tables/request/tabulate-request.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { declaredWith } from "../../../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"
import { variables } from "../../../surveys/variables/variables.ts"
import { columnsOf } from "../../support/drawn-columns.ts"
import { proposed, staff, widening } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const regions = ["E12000001", "E12000002", "E12000004", "E12000007"]

const places = Array.from({ length: 153 }, (_, at) => ({
  code: `E06${String(at + 1).padStart(6, "0")}`,
  name: `Council ${at + 1}`,
  region: regions[at % regions.length] ?? "",
}))

/** Four girls in one authority, and a few of another age in another. */
const children = places.flatMap(({ code, region }, at) =>
  ["girl", "boy"].flatMap((gender) =>
    ["9", "10"].flatMap((age) =>
      Array.from(
        { length: at === 7 && gender === "girl" ? 2 : 11 + (at % 7) },
        (): ResponseRecord => ({
          form: "9-12",
          answers: { age, gender },
          ...{ place: "matched", localAuthority: code, region, imdDecile: 3, flags: [] },
        }),
      ),
    ),
  ),
)

const columns = labelPlaces(
  columnsOf(
    children,
    children.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n)),
    variables.filter(({ name }) => ["age", "gender", "region", "local-authority"].includes(name)),
  ),
  (code) => places.find((each) => each.code === code)?.name,
)

const verdictsOn = (requests: readonly TableOptions[], declared = declaredWith(places)) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    const { state: exception } = yield* widening()
    const earlier: PriorReleases["earlier"][number][] = []
    const verdicts: string[] = []
    for (const asked of requests) {
      const table = yield* tabulateRequest(yield* parseRequest({ ...asked, exception }), columns)
      const made = yield* assess(table, { earlier })
      if (made.protected === undefined) return [...verdicts, made.because ?? "unsafe alone"]
      const proposal = yield* proposed(proposalDraftOf(table, made.protected), exception)
      const found = yield* Effect.result(tableGates(proposal, { earlier: [...earlier], declared }, table.exception))
      verdicts.push(Result.isSuccess(found) ? "released" : found.failure.remedy)
      if (Result.isSuccess(found)) earlier.push(proposal)
    }
    return verdicts
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const byPlace: TableOptions = { rows: "local-authority<region", columns: "gender" }
const others = places.filter((_, at) => at !== 7).map(({ code }) => code)

test("153 local authorities follow other tables, and others follow them", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const began = process.cpuUsage().user
  const rest = { rows: "gender", filters: [`local-authority=${others.join(",")}`] }
  const verdicts = await verdictsOn([{ rows: "age" }, byPlace, { rows: "region", columns: "gender" }, rest])
  expect(verdicts.slice(0, 3)).toEqual(["released", "released", "released"])
  expect(verdicts[3]).toContain("Council 8")
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(30)
})

test("where the geography lacks an authority, nothing can be audited", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const [, second] = await verdictsOn([{ rows: "age" }, byPlace], declaredWith(places.slice(1)))
  expect(second).toContain("a variable or a place that is not declared")
})
