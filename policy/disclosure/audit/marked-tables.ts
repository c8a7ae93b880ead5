/**
 * Reads published tables: one column for each dimension, with `Total` for all, then `count`, where `[c]` means withheld,
 * and optionally `percent`, which must reveal no more than the counts.
 * All tables cover the same records: cells with the same categories are one cell, in every table.
 */
import { Effect } from "effect"
import { childrenIn, type Parents, readHierarchies, total } from "./hierarchy.ts"
import { readHeading } from "./marked-heading.ts"
import { checkPercentages, type PercentageCell } from "./marked-percentages.ts"
import type { Publication, PublishedCell, Relation } from "./publication.ts"
import { alike, labelOf, withTotalParents, withTotals } from "./published-label.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"
import { unnamedWhole } from "./unnamed-whole.ts"

export interface MarkedTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

interface Table {
  readonly name: string
  readonly dimensions: readonly string[]
  /** By the cell's id. */
  readonly cells: ReadonlyMap<string, { readonly categories: readonly string[]; readonly status: PublishedCell }>
}

type Parsed<A> = Effect.Effect<A, AuditRefused>

/** The file in the same folder that says which category belongs to which. */
const hierarchies = "hierarchies.csv"

const idOf = (dimensions: readonly string[], categories: readonly string[]): string =>
  dimensions
    .map((dimension, axis) => `${dimension}=${categories[axis]}`)
    .filter((_, axis) => categories[axis] !== total)
    .sort()
    .join("|") || total

const readCount = (id: string, count: string | undefined, published: string | undefined): Parsed<PublishedCell> => {
  if (count === "[c]" && published !== "1") return Effect.succeed({ value: null, published: false })
  if (/^\d{1,15}$/.test(count ?? "") && /^[01]?$/.test(published ?? ""))
    return Effect.succeed({ value: Number(count), published: published !== "0" })
  return Effect.fail(
    refuseAudit(
      "not-a-count",
      `the count of ${id} is not a whole number from 0`,
      "Write digits, or [c] for a withheld count",
    ),
  )
}

const readTable = Effect.fnUntraced(function* ({ name, rows: [heading = [], ...written] }: MarkedTable) {
  const { dimensions, count, percent, published } = yield* readHeading(name, heading, written)
  const rows = withTotals(written, count)
  const cells = new Map<string, { readonly categories: readonly string[]; readonly status: PublishedCell }>()
  const percentages: PercentageCell[] = []
  for (const row of rows) {
    const categories = row.slice(0, count)
    const id = idOf(dimensions, categories)
    if (cells.has(id)) return yield* refuseAudit("duplicate-cell", `${id} is twice in ${name}`, "Give each cell once")
    const status = yield* readCount(id, row[count], row[published])
    cells.set(id, { categories, status })
    if (percent >= 0) percentages.push({ id, categories, status, percentage: row[percent] ?? "" })
  }
  yield* checkPercentages(percentages)
  const table: Table = { name, dimensions, cells }
  return table
})

/** Refuses labels that differ only in capital letters: one category under two names would not be linked. */
const checkLabels = (tables: readonly Table[]): Parsed<void> => {
  const labels = new Map<string, Set<string>>()
  for (const { dimensions, cells } of tables)
    for (const { categories } of cells.values())
      for (const [axis, dimension] of dimensions.entries())
        labels.set(dimension, (labels.get(dimension) ?? new Set()).add(categories[axis] ?? ""))
  for (const [dimension, each] of labels) {
    const [one, other] = alike(each) ?? []
    if (one !== undefined)
      return Effect.fail(
        refuseAudit(
          "not-understood",
          `${one} and ${other} of ${dimension} differ only in capitals`,
          "Write one of them",
        ),
      )
  }
  return Effect.void
}

/** Returns the sums along one dimension: cells with the same categories elsewhere add up as its hierarchy says. */
const relationsAlong = (
  { name, dimensions, cells }: Table,
  axis: number,
  parents: Parents,
): Parsed<readonly Relation[]> => {
  const lines = new Map<string, Map<string, string>>()
  const categories = new Set<string>()
  for (const [id, cell] of cells) {
    const category = cell.categories[axis] ?? total
    const others = cell.categories.with(axis, "").join("\n")
    categories.add(category)
    const line = lines.get(others) ?? new Map<string, string>()
    lines.set(others, line.set(category, id))
  }
  const within = childrenIn(categories, parents)
  const inAnother = new Set([...within.values()].flat())
  const roots = [...categories].filter((category) => !inAnother.has(category))
  const counts = [...lines.values()].map((line) => (category: string) => cells.get(line.get(category) ?? "")?.status)
  const whole = categories.has(total) ? undefined : unnamedWhole(roots, counts)
  if (whole !== undefined)
    return Effect.fail(
      refuseAudit(
        "not-understood",
        `${name} has no row named ${total} under ${dimensions[axis]}, and ${whole} may be the sum of the others`,
        `Name the row of the whole ${total}, or add one, with [c] if it is not published`,
      ),
    )
  const relations: Relation[] = []
  for (const [parent, children] of within)
    for (const line of lines.values()) {
      const whole = line.get(parent)
      if (whole === undefined) continue
      const parts = children.flatMap((category) => line.get(category) ?? [])
      if (parts.length < children.length)
        return Effect.fail(
          refuseAudit(
            "missing-cell",
            `${name} lacks a cell in the sum of ${whole} along ${dimensions[axis]}`,
            "Add a row for it, with 0 if no record is in it",
          ),
        )
      relations.push([whole, ...parts])
    }
  return Effect.succeed(relations)
}

const mergeTables = (tables: readonly Table[]): Parsed<ReadonlyMap<string, PublishedCell>> => {
  const all = new Map<string, PublishedCell>()
  for (const { cells } of tables)
    for (const [id, { status }] of cells) {
      const known = all.get(id) ?? status
      if (known.value !== null && status.value !== null && known.value !== status.value)
        return Effect.fail(
          refuseAudit("margins-do-not-add-up", `two tables do not agree on ${id}`, "Publish it as one count"),
        )
      all.set(id, { value: known.value ?? status.value, published: known.published || status.published })
    }
  return Effect.succeed(all)
}

export const readMarkedTables = Effect.fnUntraced(function* (
  files: readonly MarkedTable[],
  { threshold, lowerBound }: { readonly threshold: number | null; readonly lowerBound: number },
) {
  const labelled = files.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(labelOf)) }))
  const tables = yield* Effect.forEach(
    labelled.filter(({ name }) => name !== hierarchies),
    readTable,
  )
  yield* checkLabels(tables)
  const isCategory = (dimension: string, label: string): boolean =>
    tables.some(({ dimensions, cells }) =>
      [...cells.values()].some(({ categories }) => categories[dimensions.indexOf(dimension)] === label),
    )
  const nested = labelled.find(({ name }) => name === hierarchies)?.rows ?? []
  const parents = yield* readHierarchies(withTotalParents(nested, isCategory))
  if (tables.length === 0)
    return yield* refuseAudit(
      "not-understood",
      "the folder contains no table",
      "Put tables in it, each a file that ends in .csv",
    )
  const relations: Relation[] = []
  for (const table of tables)
    for (const [axis, dimension] of table.dimensions.entries())
      relations.push(...(yield* relationsAlong(table, axis, parents.get(dimension) ?? new Map())))
  const publication: Publication = {
    threshold,
    attacker: { lowerBound, integer: true },
    cells: yield* mergeTables(tables),
    relations,
  }
  return publication
})
