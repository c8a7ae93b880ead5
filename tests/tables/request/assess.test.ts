/** The assessment of a requested table says whether it is safe and names a coarser table, without a count of children. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { parameters } from "../../../policy/parameters.ts"
import { assess, withLeast } from "../../../src/tables/request/assess.ts"
import { assessmentText } from "../../../src/tables/request/assessment-text.ts"
import { coarserRequests, variablesToRead, withLevels } from "../../../src/tables/request/coarser-requests.ts"
import { dryRunRelease } from "../../../src/tables/request/dry-run-release.ts"
import { suggestCoarser } from "../../../src/tables/request/suggest-coarser.ts"
import { parseRequest, requestText, type TableOptions } from "../../../src/tables/request/table-request.ts"
import { tabulateRequest } from "../../../src/tables/request/tabulate-request.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"
import { columnsOf } from "../../support/drawn-columns.ts"

const child = (age: string, gender: string, region: string): ResponseRecord => ({
  form: Number(age) < 9 ? "6-8" : "9-12",
  answers: { age, gender },
  place: "matched",
  localAuthority: "E06000001",
  region,
  imdDecile: 3,
  flags: [],
})

const [north, south] = ["E12000001", "E12000009"]
const many = (count: number, ...of: readonly [string, string, string]): readonly ResponseRecord[] =>
  Array.from({ length: count }, () => child(...of))

/** Two regions, two ages of one band and two genders; few boys of 7 in the north. */
const children: readonly ResponseRecord[] = [
  ...[...many(40, "6", "girl", north), ...many(41, "6", "boy", north), ...many(42, "7", "girl", north)],
  ...many(4, "7", "boy", north),
  ...[...many(43, "6", "girl", south), ...many(44, "6", "boy", south), ...many(45, "7", "girl", south)],
  ...many(46, "7", "boy", south),
]

const answerTo = (asked: TableOptions, all = children, hidesZeros = false) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const cut = yield* parseRequest(asked)
      const columns = columnsOf(
        all,
        all.map((_, at) => BigInt(at)),
        variablesToRead(cut),
      )
      const table = yield* tabulateRequest(cut, columns)
      const prior = { earlier: [], declared: declaredVariables }
      const found = yield* dryRunRelease(table, yield* withLeast(table, yield* assess(table, { hidesZeros })), prior)
      return { cut, table, judged: found, advice: yield* suggestCoarser(cut, columns, { asked: found, prior }) }
    }),
  )

test("a table with nothing small is safe, and nothing coarser is offered", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const { judged: found, advice } = await answerTo({ rows: "region", columns: "gender" })
  expect(found).toMatchObject({ small: 0, withheld: 0, because: undefined })
  expect(advice).toEqual([])
})

test("a small cell is withheld with what hides it, and coarser cuts are offered best first", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const { judged: found, advice } = await answerTo({ rows: "region<country,age<age-band", columns: "gender" })
  expect(found.because).toBeUndefined()
  expect(found.small).toBeGreaterThan(0)
  expect(found.withheld).toBeGreaterThan(found.small)
  expect(advice.length).toBeGreaterThan(1)
  expect(advice.length).toBeLessThanOrEqual(3)
  for (const each of advice) {
    const again = await answerTo({
      rows: each.cut.rows.map((levels) => levels.map(({ name }) => name).join("<")).join(","),
      ...(each.cut.columns.length > 0 && { columns: each.cut.columns.map(([{ name }]) => name).join(",") }),
    })
    expect([again.judged.withheld, again.judged.because]).toEqual([each.withheld, undefined])
    expect(each.saved).toBe((found.withheld ?? 0) - each.withheld)
  }
  const withheld = advice.map((each) => each.withheld)
  expect(withheld).toEqual(withheld.toSorted((a, b) => a - b))
  expect(advice[0]?.withheld).toBe(0)
})

test("the coarser cut that has least withheld comes first", { tags: ["small-cells-suppressed"] }, async () => {
  const { advice } = await answerTo({ rows: "age<age-band", columns: "gender" }, [
    ...children,
    ...many(6, "6", "another", north),
    ...[...many(40, "9", "another", north), ...many(41, "9", "girl", south), ...many(42, "9", "boy", south)],
    ...[...many(50, "10", "girl", north), ...many(51, "10", "boy", north), ...many(52, "10", "another", south)],
  ])
  expect(advice.map(({ what }) => what)).toEqual(["without gender", "without age", "age-band instead of age"])
  expect(advice.map(({ withheld }) => withheld > 0)).toEqual([false, false, true])
})

test("where one step is not enough, the nearest that is enough is found", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const ages = ["6", "7", "9", "10"]
  const { advice } = await answerTo(
    { rows: "gender,age", columns: "region" },
    ["girl", "boy"].flatMap((gender) =>
      ages.flatMap((age) => [north, south].flatMap((region) => many(2, age, gender, region))),
    ),
  )
  expect(advice.map(({ what, cut, withheld }) => [what, requestText(cut), withheld])).toEqual([
    ["without age, country instead of region", "--rows gender --columns country", 0],
    ["without gender, without age", "--rows region", 0],
    ["without age, without region", "--rows gender", 0],
  ])
})

test("a table that is mostly small is not to be released, however much of it is withheld", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const children = [...many(3, "6", "girl", north), ...many(4, "7", "boy", south), ...many(30, "7", "girl", south)]
  const { judged: found } = await answerTo({ rows: "age", columns: "gender,region" }, children)
  expect(found.because).toMatch(/^more than .* of the cells are small/)
})

test("a row whose children all share one category discloses it for each of them: refused, or its zeros are withheld", {
  tags: ["small-cells-suppressed"],
}, async () => {
  const ofOneCategory = [
    ...many(60, "6", "girl", north),
    ...[...many(50, "7", "girl", north), ...many(40, "7", "boy", south)],
  ]
  const refused = await answerTo({ rows: "age", columns: "gender" }, ofOneCategory)
  expect(refused.judged.because).toContain("stand in one category of Gender")
  expect(assessmentText(refused).join("\n")).toContain(
    "With --hide-zeros the zeros of such rows would be withheld instead",
  )
  const answer = await answerTo({ rows: "age", columns: "gender" }, ofOneCategory, true)
  const { judged: found, table } = answer
  expect(assessmentText(answer).join("\n")).toContain("Zeros are withheld too")
  expect(found).toMatchObject({ small: 0, because: undefined })
  expect(table.table.counts.some((count, cell) => count === 0 && found.protected?.published[cell] === 0)).toBe(true)
  const { judged: told } = await answerTo({ rows: "age", columns: "region" }, ofOneCategory)
  expect(told).toMatchObject({ withheld: 0, because: undefined })
})

test("a table that cannot be made safe is reported as such", { tags: ["small-cells-suppressed"] }, async () => {
  const { judged: found } = await answerTo({ rows: "gender" }, many(5, "6", "girl", north))
  expect(found.withheld).toBeUndefined()
  expect(found.because).toBeDefined()
})

test("a step coarser is a level up or a dimension fewer, and never finer", async () => {
  const coarser = (asked: TableOptions) =>
    coarserRequests(Effect.runSync(parseRequest(asked))).map(({ what, cut }) => [what, requestText(cut)])
  expect(coarser({ rows: "age<age-band", columns: "region", filters: ["gender=girl"] })).toEqual([
    ["age-band instead of age", "--rows age-band --columns region --filter gender=girl"],
    ["without age", "--rows region --filter gender=girl"],
    ["country instead of region", "--rows age<age-band --columns country --filter gender=girl"],
    ["without region", "--rows age<age-band --filter gender=girl"],
  ])
  expect(coarser({ rows: "gender" })).toEqual([])
  expect(
    withLevels(Effect.runSync(parseRequest({ rows: "age", columns: "gender" }))).map(({ what, cut }) => [
      what,
      requestText(cut),
    ]),
  ).toEqual([["with age-band above age", "--rows age<age-band --columns gender"]])
  expect(coarser({ rows: "age" })).toEqual([["age-band instead of age", "--rows age-band"]])
})

describe("the words of an assessment", () => {
  test("has no count of children in it", { tags: ["small-cells-suppressed"] }, async () => {
    const answer = await answerTo({ rows: "region<country,age<age-band", columns: "gender" })
    const text = assessmentText(answer).join("\n")
    const { counts, lattice } = answer.table.table
    const { small, withheld } = answer.judged
    const allowed = new Set([lattice.size, small, withheld, 1, parameters.threshold.value - 1])
    for (const { withheld: other, saved } of answer.advice) allowed.add(other).add(saved)
    const numbers = (text.match(/\b\d+\b/g) ?? []).map(Number)
    expect(numbers.filter((each) => counts.includes(each) && !allowed.has(each))).toEqual([])
    expect(text).toContain(
      `Safe to release: ${lattice.size} cells, ${small} of them small (1 to 9); ${withheld} would be withheld.`,
    )
  })

  test("names the forms on which a question is not asked alike", async () => {
    const text = assessmentText(await answerTo({ rows: "better-life@13-17" })).join("\n")
    expect(text).toContain("asked with other answers on the forms 6-8, 9-12, easy-read-6-8, easy-read-9-12")
    expect(text).toContain(
      '"Asked with other answers" are counted too, in better-life@13-17: --filter form=13-17 leaves them out',
    )
  })
})
