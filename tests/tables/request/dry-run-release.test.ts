/** The assessment of a requested table gives the verdict that its release would give, in the same words. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { release, tableGates } from "../../../policy/release/release.ts"
import { assess } from "../../../src/tables/request/assess.ts"
import { assessmentText } from "../../../src/tables/request/assessment-text.ts"
import { dryRunRelease } from "../../../src/tables/request/dry-run-release.ts"
import { suggestCoarser } from "../../../src/tables/request/suggest-coarser.ts"
import {
  parseRequest,
  requestText,
  type TableOptions,
  type TableRequest,
} from "../../../src/tables/request/table-request.ts"
import { tabulateRequest } from "../../../src/tables/request/tabulate-request.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"
import type { ResponseRecord } from "../../../surveys/variables/variable.ts"
import { variables } from "../../../surveys/variables/variables.ts"
import { columnsOf } from "../../support/drawn-columns.ts"
import { hands, proposed, staff } from "../../support/policy/release.ts"
import { midday } from "../../support/policy/team.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [north, south] = ["E12000001", "E12000009"]

const many = (count: number, age: string, gender: string, region: string): readonly ResponseRecord[] =>
  Array.from({ length: count }, () => ({
    form: Number(age) < 9 ? "6-8" : "9-12",
    answers: { age, gender },
    ...{ place: "matched", localAuthority: "E06000001", region, imdDecile: 3, flags: [] },
  }))

/** Three of them are of 10; the boys of 9 and of 12 are few, and enough together. */
const children: readonly ResponseRecord[] = [
  ...[...many(22, "7", "girl", north), ...many(20, "7", "girl", south), ...many(30, "7", "boy", south)],
  ...[...many(30, "9", "girl", north), ...many(21, "9", "girl", south), ...many(4, "9", "boy", north)],
  ...[...many(22, "12", "girl", north), ...many(18, "12", "girl", south), ...many(6, "12", "boy", north)],
  ...[...many(1, "10", "girl", north), ...many(1, "10", "boy", north), ...many(1, "10", "boy", south)],
]
/** Large and unlike each other, as random ids are. */
const keys = children.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n))
const columnsFor = (all: readonly ResponseRecord[]) =>
  columnsOf(
    all,
    keys.slice(0, all.length),
    variables.filter(({ name }) => ["age", "age-band", "gender", "region", "country"].includes(name)),
  )
const columns = columnsFor(children)
const ofOneCategory = columnsFor([
  ...many(40, "7", "girl", north),
  ...[...many(50, "9", "girl", north), ...many(40, "9", "boy", south)],
])

const parsed = (asked: TableOptions): TableRequest => Effect.runSync(parseRequest(asked))

const drafted = Effect.fnUntraced(function* (
  asked: TableOptions,
  earlier: PriorReleases["earlier"] = [],
  { from = columns, hidesZeros = false } = {},
) {
  const table = yield* tabulateRequest(parsed(asked), from)
  const alone = yield* assess(table, { earlier, hidesZeros })
  if (alone.protected === undefined) throw new Error("a test's table can be made safe by itself")
  return { table, alone, draft: proposalDraftOf(table, alone.protected) }
})

const acting = <A, E>(work: Effect.Effect<A, E, Effect.Services<ReturnType<typeof proposed>>>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return yield* work
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const besideThose = Effect.fnUntraced(function* (released: readonly TableOptions[]) {
  const earlier = yield* Effect.forEach(released, (each) =>
    Effect.flatMap(drafted(each), ({ draft }) => proposed(draft)),
  )
  return { earlier, declared: declaredVariables } satisfies PriorReleases
})

/** The words of the assessment, and the verdict of the gates on the proposal. */
const heard = (asked: TableOptions, released: readonly TableOptions[]) =>
  acting(
    Effect.gen(function* () {
      const prior = yield* besideThose(released)
      const { table, alone, draft } = yield* drafted(asked, prior.earlier)
      const found = yield* dryRunRelease(table, alone, prior)
      const gates = yield* Effect.result(tableGates(yield* proposed(draft), prior))
      const cut = parsed(asked)
      const advice = yield* suggestCoarser(cut, columns, { asked: found, prior })
      const words = assessmentText({ cut, table, judged: found, advice }).join("\n")
      return { alone, found, advice, words, remedy: Result.isFailure(gates) ? gates.failure.remedy : undefined }
    }),
  )

describe("together with earlier releases", { tags }, () => {
  const regions = { rows: "region" }
  const some = { filters: ["age=7,9,12"] }
  const without = { ...regions, ...some }
  const single = { rows: "age", columns: "gender", ...some }

  test.each([
    ["a filter that leaves out three children", without, [regions], "without the filter on age"],
    ["the table from which three children had been left out", regions, [without], undefined],
    ["single years where bands were published", single, [{ ...single, rows: "age-band" }], "age-band instead of age"],
  ] satisfies readonly (readonly [string, TableOptions, readonly TableOptions[], string | undefined])[])(
    "%s: refused, as its release would be",
    async (_what, asked, released, better) => {
      const { alone, found, words, remedy, advice } = await heard(asked, released)
      expect(alone.because).toBeUndefined()
      expect(remedy).toBeDefined()
      expect(found.because).toBe(remedy)
      expect(words).toContain(`Refused together with the 1 table released so far: ${remedy}.`)
      expect(words).not.toContain("Safe to release")
      if (better === undefined) expect(words).toContain("No cut like it, or a little coarser, was found")
      else expect(advice.map(({ what }) => what)).toContain(better)
      for (const { cut } of advice) {
        const again = await heard(askedAgain(cut), released)
        expect([again.found.because, again.remedy], requestText(cut)).toEqual([undefined, undefined])
      }
    },
  )

  test("a harmless one: safe, as its release would be", async () => {
    const { found, words, remedy } = await heard({ rows: "gender" }, [regions, { rows: "age-band" }])
    expect([remedy, found.because]).toEqual([undefined, undefined])
    expect(words).toContain("Safe to release:")
    expect(words).toContain("Together with the 2 tables released so far: safe.")
  })

  test("with no earlier release the assessment says so", async () => {
    expect((await heard(regions, [])).words).toContain("No table has been released so far")
  })
})

test("the zeros of a row of one category are withheld on request, and the table is proposed and released so", {
  tags,
}, async () => {
  const rows = { rows: "age", columns: "gender", filters: ["age=7,9"] }
  await acting(
    Effect.gen(function* () {
      const { table, alone, draft } = yield* drafted(rows, [], { from: ofOneCategory, hidesZeros: true })
      const found = yield* dryRunRelease(table, alone, { earlier: [], declared: declaredVariables })
      expect(found.because).toBeUndefined()
      expect(draft.cells.some(({ count, published }) => count === 0 && !published)).toBe(true)
      const proposal = yield* proposed(draft)
      const { state } = yield* release(proposal, yield* hands(proposal))
      const row = state.table.cells.filter(({ labels }) => labels[0] === "7 years old").map(({ count }) => count)
      expect(row.filter((count) => count === "[c]")).toHaveLength(2)
      expect(row).not.toContain(0)
    }),
  )
})

test("what its own proof does not bear out is refused for itself, and not for what was released", {
  tags,
}, async () => {
  await acting(
    Effect.gen(function* () {
      const prior = yield* besideThose([{ rows: "region" }])
      const { table, alone } = yield* drafted({ rows: "age", columns: "gender", filters: ["age=7,9,12"] })
      if (alone.protected === undefined) throw new Error("it can be made safe")
      const unproved = { ...alone, protected: { ...alone.protected, proofs: [] } }
      const found = yield* dryRunRelease(table, unproved, prior)
      expect(found.because).toContain("no witness")
      expect(found.beside).toBeUndefined()
    }),
  )
})

function askedAgain({ rows, columns: across, filters }: TableRequest): TableOptions {
  const written = (dimensions: TableRequest["rows"]) =>
    dimensions.map((levels) => levels.map(({ name }) => name).join("<")).join(",")
  return {
    rows: written(rows),
    ...(across.length > 0 && { columns: written(across) }),
    filters: filters.map(({ variable, categories }) => `${variable.name}=${categories.join(",")}`),
  }
}
