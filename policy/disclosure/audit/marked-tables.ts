/**
 * Reads tables as they are published: a column a dimension, with `Total` for all, then `count`, where `[c]` is withheld, and
 * `percent` if they like, which must tell no more than the counts do.
 * All are of the same records: cells with the same categories are one cell, in whichever table they stand.
 */
import { Effect } from "effect"
import { childrenIn, hierarchiesOf, type Parents, total } from "./hierarchy.ts"
import { columnsOf } from "./marked-heading.ts"
import { checkPercentages, type PercentageGiven } from "./marked-percentages.ts"
import type { Publication, PublishedCell, Relation } from "./publication.ts"
import { type AuditRefused, refused } from "./refused.ts"

export interface MarkedTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

interface Table {
  readonly name: string
  readonly dimensions: readonly string[]
  /** By the cell's id. */
  readonly cells: ReadonlyMap<string, { readonly categories: readonly string[]; readonly held: PublishedCell }>
}

type Read<A> = Effect.Effect<A, AuditRefused>

/** Says where each dimension and category lies within another, beside the tables. */
const hierarchies = "hierarchies.csv"

const idOf = (dimensions: readonly string[], categories: readonly string[]): string =>
  dimensions
    .map((dimension, way) => `${dimension}=${categories[way]}`)
    .filter((_, way) => categories[way] !== total)
    .sort()
    .join("|") || total

const readCount = (id: string, count: string | undefined, published: string | undefined): Read<PublishedCell> => {
  if (count === "[c]" && published !== "1") return Effect.succeed({ value: null, published: false })
  if (/^\d{1,15}$/.test(count ?? "") && /^[01]?$/.test(published ?? ""))
    return Effect.succeed({ value: Number(count), published: published !== "0" })
  return Effect.fail(
    refused(
      "not-a-count",
      `the count of ${id} is not a whole number from 0`,
      "Write digits, or [c] where it is withheld",
    ),
  )
}

const readTable = Effect.fnUntraced(function* ({ name, rows: [heading = [], ...rows] }: MarkedTable) {
  const { dimensions, count, percent, published } = yield* columnsOf(name, heading, rows)
  const cells = new Map<string, { readonly categories: readonly string[]; readonly held: PublishedCell }>()
  const percentages: PercentageGiven[] = []
  for (const row of rows) {
    const categories = row.slice(0, count)
    const id = idOf(dimensions, categories)
    if (cells.has(id)) return yield* refused("duplicate-cell", `${id} is twice in ${name}`, "Leave each cell in once")
    const held = yield* readCount(id, row[count], row[published])
    cells.set(id, { categories, held })
    if (percent >= 0) percentages.push({ id, categories, held, percentage: row[percent] ?? "" })
  }
  yield* checkPercentages(percentages)
  const table: Table = { name, dimensions, cells }
  return table
})

/** Along one dimension, the cells that are alike in all others add up as its hierarchy says. */
const relationsAlong = (
  { name, dimensions, cells }: Table,
  way: number,
  parents: Parents,
): Read<readonly Relation[]> => {
  const lines = new Map<string, Map<string, string>>()
  const categories = new Set<string>()
  for (const [id, cell] of cells) {
    const category = cell.categories[way] ?? total
    const others = cell.categories.with(way, "").join("\n")
    categories.add(category)
    const line = lines.get(others) ?? new Map<string, string>()
    lines.set(others, line.set(category, id))
  }
  const relations: Relation[] = []
  for (const [parent, children] of childrenIn(categories, parents))
    for (const line of lines.values()) {
      const whole = line.get(parent)
      if (whole === undefined) continue
      const parts = children.flatMap((category) => line.get(category) ?? [])
      if (parts.length < children.length)
        return Effect.fail(
          refused(
            "missing-cell",
            `${name} lacks a cell beside ${whole} along ${dimensions[way]}`,
            "Write a row for it, 0 where there is nobody",
          ),
        )
      relations.push([whole, ...parts])
    }
  return Effect.succeed(relations)
}

const merged = (tables: readonly Table[]): Read<ReadonlyMap<string, PublishedCell>> => {
  const all = new Map<string, PublishedCell>()
  for (const { cells } of tables)
    for (const [id, { held }] of cells) {
      const known = all.get(id) ?? held
      if (known.value !== null && held.value !== null && known.value !== held.value)
        return Effect.fail(
          refused("margins-do-not-add-up", `two tables do not agree on ${id}`, "Publish it as one count"),
        )
      all.set(id, { value: known.value ?? held.value, published: known.published || held.published })
    }
  return Effect.succeed(all)
}

export const publicationOf = Effect.fnUntraced(function* (
  files: readonly MarkedTable[],
  { threshold, lowerBound }: { readonly threshold: number | null; readonly lowerBound: number },
) {
  const parents = yield* hierarchiesOf(files.find(({ name }) => name === hierarchies)?.rows ?? [])
  const tables = yield* Effect.forEach(
    files.filter(({ name }) => name !== hierarchies),
    readTable,
  )
  if (tables.length === 0)
    return yield* refused(
      "not-understood",
      "the folder holds no table",
      "Put tables in it, each a file that ends in .csv",
    )
  const relations: Relation[] = []
  for (const table of tables)
    for (const [way, dimension] of table.dimensions.entries())
      relations.push(...(yield* relationsAlong(table, way, parents.get(dimension) ?? new Map())))
  const publication: Publication = {
    threshold,
    attacker: { lowerBound, integer: true },
    cells: yield* merged(tables),
    relations,
  }
  return publication
})
