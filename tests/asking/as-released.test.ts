/** Whoever asks for a table hears what its release would say beside every table released so far, in the release's own words. */
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import type { Ledger } from "../../policy/disclosure/beside.ts"
import { release, tableGates } from "../../policy/disclosure/release.ts"
import { adviceFor } from "../../src/asking/advice.ts"
import { cutTable } from "../../src/asking/answered.ts"
import { asReleased } from "../../src/asking/as-released.ts"
import { type Asked, type Cut, canonicalCut, cutFrom } from "../../src/asking/cut.ts"
import { judged } from "../../src/asking/judged.ts"
import { said } from "../../src/asking/said.ts"
import { proposedParts } from "../../src/releasing/proposed-parts.ts"
import type { Held } from "../../surveys/variables/variable.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { hands, proposed, staff } from "../policy/release.ts"
import { midday } from "../policy/team.ts"
import { columnsOf } from "../support/held.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const [north, south] = ["E12000001", "E12000009"]

const many = (count: number, age: string, gender: string, region: string): readonly Held[] =>
  Array.from({ length: count }, () => ({
    form: Number(age) < 9 ? "6-8" : "9-12",
    answers: { age, gender },
    ...{ place: "matched", localAuthority: "E06000001", region, imdDecile: 3, flags: [] },
  }))

/** Three of them are of 10; the boys of 9 and of 12 are few, and enough together. */
const children: readonly Held[] = [
  ...[...many(22, "7", "girl", north), ...many(20, "7", "girl", south), ...many(30, "7", "boy", south)],
  ...[...many(30, "9", "girl", north), ...many(21, "9", "girl", south), ...many(4, "9", "boy", north)],
  ...[...many(22, "12", "girl", north), ...many(18, "12", "girl", south), ...many(6, "12", "boy", north)],
  ...[...many(1, "10", "girl", north), ...many(1, "10", "boy", north), ...many(1, "10", "boy", south)],
]
/** Large and unlike each other, as random ids are. */
const keys = children.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) ** 5n * 0x9e37_79b9_7f4a_7c15n))
const columnsFor = (all: readonly Held[]) =>
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

const parsed = (asked: Asked): Cut => Effect.runSync(cutFrom(asked))

const drafted = Effect.fnUntraced(function* (
  asked: Asked,
  earlier: Ledger["earlier"] = [],
  { from = columns, hidesZeros = false } = {},
) {
  const table = yield* cutTable(parsed(asked), from)
  const alone = yield* judged(table, { earlier, hidesZeros })
  if (alone.protected === undefined) throw new Error("a test's table can be made safe by itself")
  return { table, alone, draft: proposedParts(table, alone.protected) }
})

const acting = <A, E>(work: Effect.Effect<A, E, Effect.Services<ReturnType<typeof proposed>>>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(midday("2021-06-01"))
    return yield* work
  }).pipe(Effect.provide([staff, TestClock.layer()]), Effect.runPromise)

const besideThose = Effect.fnUntraced(function* (released: readonly Asked[]) {
  const earlier = yield* Effect.forEach(released, (each) =>
    Effect.flatMap(drafted(each), ({ draft }) => proposed(draft)),
  )
  return { earlier, few: keys } satisfies Ledger
})

/** What is heard when it is asked for, and what the gates say of the proposal of it. */
const heard = (asked: Asked, released: readonly Asked[]) =>
  acting(
    Effect.gen(function* () {
      const ledger = yield* besideThose(released)
      const { table, alone, draft } = yield* drafted(asked, ledger.earlier)
      const found = yield* asReleased(table, alone, ledger)
      const gates = yield* Effect.result(tableGates(yield* proposed(draft), ledger))
      const cut = parsed(asked)
      const advice = yield* adviceFor(cut, columns, { asked: found, ledger })
      const words = said({ cut, table, judged: found, advice }).join("\n")
      return { alone, found, advice, words, remedy: Result.isFailure(gates) ? gates.failure.remedy : undefined }
    }),
  )

describe("beside what was released", { tags }, () => {
  const regions = { rows: "region" }
  const some = { filters: ["age=7,9,12"] }
  const without = { ...regions, ...some }
  const single = { rows: "age", columns: "gender", ...some }

  test.each([
    ["a filter that leaves out three children", without, [regions], "without the filter on age"],
    ["the table of which three children had been left out", regions, [without], undefined],
    ["single years where bands were told", single, [{ ...single, rows: "age-band" }], "age-band instead of age"],
  ] satisfies readonly (readonly [string, Asked, readonly Asked[], string | undefined])[])(
    "%s: refused, as its release would be",
    async (_what, asked, released, better) => {
      const { alone, found, words, remedy, advice } = await heard(asked, released)
      expect(alone.because).toBeUndefined()
      expect(remedy).toBeDefined()
      expect(found.because).toBe(remedy)
      expect(words).toContain(`Refused beside the 1 table released so far: ${remedy}.`)
      expect(words).not.toContain("Safe to release")
      if (better === undefined) expect(words).toContain("No cut like it, or a little coarser, was found")
      else expect(advice.map(({ what }) => what)).toContain(better)
      for (const { cut } of advice) {
        const again = await heard(askedAgain(cut), released)
        expect([again.found.because, again.remedy], canonicalCut(cut)).toEqual([undefined, undefined])
      }
    },
  )

  test("a harmless one: safe, as its release would be", async () => {
    const { found, words, remedy } = await heard({ rows: "gender" }, [regions, { rows: "age-band" }])
    expect([remedy, found.because]).toEqual([undefined, undefined])
    expect(words).toContain("Safe to release:")
    expect(words).toContain("Beside the 2 tables released so far: safe.")
  })

  test("nothing yet: said", async () => {
    expect((await heard(regions, [])).words).toContain("No table has been released so far")
  })
})

test("a zero beside a row of one category is withheld if that is asked for, and so it is proposed and released", {
  tags,
}, async () => {
  const rows = { rows: "age", columns: "gender", filters: ["age=7,9"] }
  await acting(
    Effect.gen(function* () {
      const { table, alone, draft } = yield* drafted(rows, [], { from: ofOneCategory, hidesZeros: true })
      const found = yield* asReleased(table, alone, { earlier: [], few: [] })
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
      const ledger = yield* besideThose([{ rows: "region" }])
      const { table, alone } = yield* drafted({ rows: "age", columns: "gender", filters: ["age=7,9,12"] })
      if (alone.protected === undefined) throw new Error("it can be made safe")
      const unproved = { ...alone, protected: { ...alone.protected, proofs: [] } }
      const found = yield* asReleased(table, unproved, ledger)
      expect(found.because).toContain("no witness")
      expect(found.beside).toBeUndefined()
    }),
  )
})

function askedAgain({ rows, columns: across, filters }: Cut): Asked {
  const written = (dimensions: Cut["rows"]) =>
    dimensions.map((levels) => levels.map(({ name }) => name).join("<")).join(",")
  return {
    rows: written(rows),
    ...(across.length > 0 && { columns: written(across) }),
    filters: filters.map(({ variable, categories }) => `${variable.name}=${categories.join(",")}`),
  }
}
