/** The tables that have been published as looking safe are protected so that the audit, solver and all, calls them safe; or refused. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { lackingIn, publicationOf } from "../../../../bench/disclosure-proof.ts"
import { audit } from "../../../../policy/disclosure/audit/audit.ts"
import { findInsiderLeaks } from "../../../../policy/disclosure/audit/insider.ts"
import { systemOf } from "../../../../policy/disclosure/audit/system.ts"
import { witnessesOf } from "../../../../policy/disclosure/suppress/proof/certificate.ts"
import { type ProtectedTable, protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { type Table, tabulate } from "../../../../policy/disclosure/tables/tabulate.ts"

type Counted = readonly [categories: readonly string[], count: number]

const tableOf = (counted: readonly Counted[], layout: readonly (readonly string[])[]): Table => {
  const rows = counted.flatMap(([categories, count]) => Array.from({ length: count }, () => categories))
  const columns = layout.flat().map((name, way) =>
    columnOf(
      name,
      rows.map((row) => row[way] ?? ""),
    ),
  )
  return Effect.runSync(tabulate({ rows: rows.length, columns }, layout))
}

const crossOf = (counts: readonly (readonly number[])[]): Table =>
  tableOf(
    counts.flatMap((row, y) => row.map((count, x): Counted => [[`r${y}`, `c${x}`], count])),
    [["row"], ["column"]],
  )

/** Geurts 1992, Heuristics for cell suppression in tables: two withheld in every row and column, and one still known; our counts. */
const geurts = crossOf([
  [3, 4, 20, 21],
  [2, 5, 1, 22],
  [23, 24, 6, 7],
  [25, 26, 8, 2],
])
/** sdcTools/UserSupport issue 135: one child learns two others. */
const singletons = crossOf([
  [1, 1, 7, 1, 0],
  [1, 0, 0, 2, 8],
])
/** sdcTools/UserSupport issue 136: safe by county, and unsafe together with another grouping of the same places. */
const linked = tableOf(
  [
    [["A", "county1", "small"], 2],
    [["B", "county1", "small"], 2],
    [["I", "county1", "small"], 8],
    [["J", "county1", "small"], 8],
    [["K", "county2", "small"], 3],
    [["L", "county2", "big"], 3],
    [["M", "county2", "big"], 3],
    [["N", "county2", "small"], 7],
  ],
  [["place", "county"], ["size"]],
)
/** 4 to 7 and 4 to 8 tell who is 8. */
const bands = (eight: number) =>
  tableOf(
    [
      [["4-7", "4-8", "home"], 20],
      [["8-12", "4-8", "home"], eight],
      [["8-12", "9-12", "home"], 37],
      [["4-7", "4-8", "school"], 31],
      [["8-12", "4-8", "school"], 26],
      [["8-12", "9-12", "school"], 19],
    ],
    [["band"], ["recoded"], ["setting"]],
  )
/** All children, and all but those in secure settings. */
const filtered = tableOf(
  [
    [["others"], 996],
    [["secure"], 4],
  ],
  [["setting"]],
)
/** The title gives the base: what the rows leave out is a margin. */
const titled = tableOf(
  [
    [["girls"], 40],
    [["boys"], 52],
    [["other"], 3],
  ],
  [["gender"]],
)

const made = (table: Table, threshold: number) =>
  Effect.runPromise(Effect.result(protect(table, { level: "witnessed", threshold })))

const checked = async (found: ProtectedTable) => {
  const publication = publicationOf(found)
  const { verdict } = await Effect.runPromise(audit(publication, { seconds: 60 }))
  const insiders = Effect.runSync(findInsiderLeaks(publication, systemOf(publication)))
  // The only child of r0|c1 is the only one of the whole column, and knows as much.
  const others = insiders.filter((leak) => [leak.insider, leak.learns].toSorted().join() !== "Total|c1,r0|c1")
  return { verdict, lacking: lackingIn(found, witnessesOf(found), true), insiders: others }
}

const examples: readonly (readonly [string, Table, number])[] = [
  ["two withheld in every row and column (Geurts 1992)", geurts, 10],
  ["three singletons", singletons, 3],
  ["linked by another grouping", linked, 4],
  ["age bands recoded", bands(3), 10],
  ["a subset filtered out", filtered, 10],
  ["a title that gives the base", titled, 10],
]

describe("small-cells-suppressed: published counter-examples", { tags: ["small-cells-suppressed"] }, () => {
  test.each(examples)("%s: the published table is safe", async (_, table, threshold) => {
    const found = Result.getOrThrow(await made(table, threshold))
    expect(found.primaries).toBeGreaterThan(0)
    expect(await checked(found)).toEqual({ verdict: "safe", lacking: [], insiders: [] })
  })

  test.each(examples)(
    "%s: publishing any one secondary is refused, and so is dropping any one witness",
    async (_, table, threshold) => {
      const found = Result.getOrThrow(await made(table, threshold))
      const witnesses = witnessesOf(found)
      for (const [cell, published] of found.published.entries()) {
        if (published === 1) continue
        const shown = { ...found, published: found.published.with(cell, 1) }
        expect(lackingIn(shown, witnesses, true)).toBeUndefined()
      }
      for (const dropped of witnesses) {
        const left = lackingIn(
          found,
          witnesses.filter((each) => each !== dropped),
          true,
        )
        expect(left?.map(({ cell }) => cell) ?? [dropped.cell]).toContain(dropped.cell)
      }
    },
  )

  test("publishing any one secondary of the smallest patterns reveals the small count next to it", async () => {
    for (const table of [titled, filtered]) {
      const found = Result.getOrThrow(await made(table, 10))
      for (const [cell, published] of found.published.entries()) {
        if (published === 1 || (table.counts[cell] ?? 0) < 10) continue
        const shown = publicationOf({ ...found, published: found.published.with(cell, 1) })
        expect((await Effect.runPromise(audit(shown, { seconds: 60 }))).verdict).toBe("unsafe")
      }
    }
  })
})
