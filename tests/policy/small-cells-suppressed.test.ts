/** A small count is never published, nor a table that no audit proves safe, alone and together with earlier ones. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { seen } from "../../policy/facts/fact.ts"
import { parameters } from "../../policy/parameters.ts"
import type { ProposalDraft } from "../../policy/release/proposal.ts"
import type { Releases } from "../../policy/release/released-tables.ts"
import { isSmall } from "../../policy/release/small-count.ts"
import { thresholdGate } from "../../policy/release/threshold-gate.ts"
import { smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import { type Coarser, declaredFor } from "../support/policy/declared.ts"
import { factsWith, nothingSeen } from "../support/policy/facts.ts"
import { type Counted, counted, draftOf, proposed, releaseOf, staff, table } from "../support/policy/release.ts"
import { midday } from "../support/policy/team.ts"

const tags = ["small-cells-suppressed"] as const
const withCount = (count: number, published = true) => ({ cells: [{ labels: ["x"], count, published }] })

const refused = Effect.fnUntraced(function* (
  draft: ProposalDraft,
  says: string,
  earlier: readonly ProposalDraft[] = [],
  coarser: Coarser = {},
) {
  yield* TestClock.setTime(midday("2021-06-01"))
  const refusal = yield* Effect.flip(releaseOf(draft, earlier, undefined, coarser))
  const words = JSON.stringify(refusal)
  assert.include(words, "small-cells-suppressed")
  assert.include(words, says)
  return words
})

describe("is refused", { tags: [...tags] }, () => {
  it("as small: 1 to the threshold less one", () => {
    assert.strictEqual(parameters.threshold.value, 10)
    assert.deepStrictEqual([0, 1, 9, 10, 11].map(isSmall), [false, true, true, false, false])
  })

  it.effect("every published small count, and every value that is not a count", () =>
    Effect.gen(function* () {
      for (const count of [1, 2, 9, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        const refusal = yield* Effect.flip(thresholdGate(withCount(count)))
        assert.strictEqual(refusal.rule, "small-cells-suppressed")
      }
      for (const count of [0, 10, 4000]) yield* thresholdGate(withCount(count))
      yield* thresholdGate(withCount(3, false))
      const one = { labels: ["y"], count: 4000, published: true }
      for (const count of [3, 1.5, -1]) {
        const amongOthers = { cells: [one, ...withCount(count).cells] }
        assert.strictEqual((yield* Effect.flip(thresholdGate(amongOthers))).rule, "small-cells-suppressed")
      }
    }),
  )

  it.effect("a small count that is published, even to be proposed", () =>
    refused(draftOf({ ...counted, withheld: () => false }), "coarsen age to bands").pipe(Effect.provide(staff)),
  )

  it.effect("one suppressed cell per row: its row and its column give it away", () =>
    refused(draftOf({ ...counted, withheld: (_, count) => isSmall(count) }), "no witness").pipe(Effect.provide(staff)),
  )

  it.effect("a table that lacks one witness", () =>
    Effect.gen(function* () {
      for (const at of table.witnesses.keys()) {
        const small = table.cells.find(({ labels }) => labels.join("|") === table.witnesses[at]?.cell)
        if (small && isSmall(small.count))
          yield* refused({ ...table, witnesses: table.witnesses.toSpliced(at, 1) }, "witness")
      }
      yield* refused({ ...table, witnesses: [] }, "8 of its withheld cells have no witness")
    }).pipe(Effect.provide(staff)),
  )

  it.effect("a table one of whose secondaries is published after all", () =>
    Effect.gen(function* () {
      for (const cell of table.cells.filter(({ count, published }) => !published && !isSmall(count))) {
        const cells = table.cells.map((each) => (each === cell ? { ...each, published: true } : each))
        yield* refused({ ...table, cells }, "prove")
      }
    }).pipe(Effect.provide(staff)),
  )

  it.effect("a table that is too sparse", () =>
    refused(
      draftOf({ ...counted, count: () => 4, withheld: (labels) => !labels.includes("Total") }),
      "more than 25% of the cells are small",
    ).pipe(Effect.provide(staff)),
  )

  it.effect("counts that do not add up, and keys that hide whose they are", () =>
    Effect.gen(function* () {
      const more = table.cells.map((cell, at) => (at === 0 ? { ...cell, count: cell.count + 1 } : cell))
      yield* refused({ ...table, cells: more }, "do not add up as its hierarchies say")
      const other = table.cells.map((cell, at) => (at === 0 ? { ...cell, key: "0123456789abcdef" } : cell))
      yield* refused({ ...table, cells: other }, "the keys of its records")
    }).pipe(Effect.provide(staff)),
  )
})

const settings = ["at home", "in care"]
const withGroup: Counted = {
  ...counted,
  title: "Setting by age",
  categories: { Setting: [...settings, "elsewhere"], Age: ["9", "10", "11"] },
  count: ([setting, age]) => (age === "10" ? (setting === "in care" ? 30 : 0) : setting === "in care" ? 14 : 90),
  withheld: () => false,
}

describe("a row that reveals a group", { tags: [...tags] }, () => {
  it.effect("is refused: every child of an age is in one setting, and the zeros say so", () =>
    refused(draftOf(withGroup), "all the children of a row stand in one category of Setting").pipe(
      Effect.provide(staff),
    ),
  )

  it.effect("is let through where the dimension tells nothing that is secret", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const draft = draftOf(withGroup)
      const dimensions = draft.dimensions.map((dimension) => ({ ...dimension, sensitive: false }))
      assert.strictEqual((yield* releaseOf({ ...draft, dimensions })).table.cells.length, 16)
    }).pipe(Effect.provide(staff)),
  )
})

const filtered = (counts: Counted, ...filters: readonly string[]): ProposalDraft => {
  const draft = draftOf(counts)
  return { ...draft, cut: [draft.cut, ...filters.map((filter) => `--filter ${filter}`)].join(" ") }
}

/** The children of two hopes together: less those of the one, which the first table publishes, it is the other, which it withholds. */
const together = filtered(
  {
    title: "A job or friends, by age",
    categories: { Group: ["a job or friends"], Age: counted.categories["Age"] ?? [] },
    count: ([, age = ""]) => counted.count(["a job", age]) + counted.count(["friends", age]),
    parts: ([, age = ""]) => ["a job", "friends"].map((hope) => [`${hope},${age}`, counted.count([hope, age])]),
  },
  "Group=a-job-or-friends",
)
const groups: Coarser = { Group: { of: "Hope", holds: { "a job or friends": ["a job", "friends"] } } }

const leavingOut = (left: number): ProposalDraft =>
  draftOf({
    ...counted,
    title: "Hopes by age, some left out",
    count: (labels) => counted.count(labels) - (labels.join() === "a job,9" ? left : 0),
    parts: ([hope = "", age = ""]) => [
      [`${hope},${age}`, counted.count([hope, age]) - (hope === "a job" && age === "9" ? left : 0)],
    ],
  })

describe("together with earlier tables", { tags: [...tags] }, () => {
  it.effect("two overlapping tables: what one withholds the other publishes", () => {
    const friends = filtered(
      { ...counted, categories: { ...counted.categories, Hope: ["friends"] }, withheld: () => false },
      "Hope=friends",
    )
    const dimensions = friends.dimensions.map((dimension) => ({ ...dimension, sensitive: false }))
    return refused({ ...friends, dimensions }, "can be worked out", [table]).pipe(Effect.provide(staff))
  })

  it.effect("a cell that two published counts make up, one in each table", () =>
    refused(table, "can be worked out", [together], groups).pipe(Effect.provide(staff)),
  )

  it.effect("two tables, each safe, that together bound a small count", () => {
    const rare = [4, 12, 3, 7]
    const count: Counted["count"] = ([hope = "", age = ""]) =>
      hope === "other" ? (rare[Number(age) - 9] ?? 0) : counted.count([hope, age])
    const younger = filtered(
      {
        ...{ title: "Two hopes at 9 and 10", count, withheld: (labels) => !labels.includes("Total") },
        categories: { Hope: ["friends", "other"], Age: ["9", "10"] },
      },
      ...["Hope=friends,other", "Age=9,10"],
    )
    return Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      for (const draft of [draftOf({ ...counted, count }), younger]) yield* releaseOf(draft)
      const words = yield* refused(draftOf({ ...counted, count }), "can be shown to be small", [younger])
      for (const title of ["Two hopes at 9 and 10", "Hopes by age"]) assert.include(words, title)
    }).pipe(Effect.provide(staff))
  })

  it.effect("ages in bands that bound a small count of ages one by one, in either order", () => {
    const counts: Readonly<Record<string, readonly number[]>> = { rare: [2, 30, 8, 40], common: [60, 70, 80, 90] }
    const ages = ["9", "10", "11", "12"]
    const count: Counted["count"] = ([hope = "", age = ""]) => counts[hope]?.[ages.indexOf(age)] ?? 0
    const single = draftOf({
      ...{ title: "By age", count, withheld: (labels) => !labels.includes("Total") },
      categories: { Hope: ["rare", "common"], Age: ages },
    })
    const inBands = (holds: Readonly<Record<string, readonly string[]>>) => ({
      draft: draftOf({
        title: "By band",
        categories: { Hope: ["rare", "common"], Band: Object.keys(holds) },
        parts: ([hope = "", band = ""]) => (holds[band] ?? []).map((age) => [`${hope},${age}`, count([hope, age])]),
        count: ([hope = "", band = ""]) => (holds[band] ?? []).reduce((sum, age) => sum + count([hope, age]), 0),
      }),
      coarser: { Band: { of: "Age", holds } },
    })
    const odd = inBands({ odd: ["9", "11"], even: ["10", "12"] })
    const low = inBands({ low: ["9", "10"], high: ["11", "12"] })
    return Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      yield* releaseOf(odd.draft, [], undefined, odd.coarser)
      yield* releaseOf(single, [low.draft], undefined, low.coarser)
      yield* refused(single, "can be shown to be small", [odd.draft], odd.coarser)
      yield* refused(odd.draft, "can be shown to be small", [single], odd.coarser)
    }).pipe(Effect.provide(staff))
  })

  it.effect("a table that leaves out a few children of an earlier one, in either order", () =>
    Effect.gen(function* () {
      const says = 'the count of \\"responses that came later\\", which is small, can be worked out'
      yield* refused(leavingOut(1), says, [table])
      yield* refused(leavingOut(9), says, [table])
      yield* refused(table, says, [leavingOut(9)])
    }).pipe(Effect.provide(staff)),
  )

  it.effect("the same table again is let through, and not one of as many other children", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      yield* releaseOf({ ...table, title: "Once more" }, [table])
      const others = draftOf({ ...counted, parts: (labels) => [[`others ${labels}`, counted.count(labels)]] })
      yield* refused(others, "responses came and others went", [table])
    }).pipe(Effect.provide(staff)),
  )
})

describe("audit", { tags: [...tags] }, () => {
  const auditOf = (releases: Partial<Releases>) =>
    smallCellsSuppressed.audit(
      factsWith({ releases: seen({ tables: [], widenings: [], declared: declaredFor([table]), ...releases }) }),
    )
  it.effect("is not checked where the releases cannot be read, or no table is released", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* smallCellsSuppressed.audit(nothingSeen)).status, "not checked")
      assert.strictEqual((yield* auditOf({ tables: [] })).status, "not checked")
    }),
  )

  it.effect("audits each release again, and tells the rule, its source and the verdict", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(midday("2021-06-01"))
      const kept = yield* releaseOf()
      const upheld = yield* auditOf({ tables: [kept] })
      assert.strictEqual(upheld.status, "upheld")
      for (const words of ["25 cells in 1 released, 8 of them withheld", "threshold of 10", "SRS", "safe"])
        assert.include(JSON.stringify(upheld), words)
      const proposal = yield* proposed({ ...table, witnesses: [] })
      const broken = yield* auditOf({ tables: [{ ...kept, proposal }] })
      assert.strictEqual(broken.status, "broken")
      const { facts } = kept.proposal
      const cells = facts.cells.map((cell, at) => (at === 0 ? { ...cell, count: 4, published: true } : cell))
      const shown = Object.assign({}, kept.proposal, { facts: { ...facts, cells } }) as typeof kept.proposal
      const told = yield* auditOf({ tables: [{ ...kept, proposal: shown }] })
      assert.include(JSON.stringify(told), "a small count is published")
    }).pipe(Effect.provide(staff)),
  )
})
