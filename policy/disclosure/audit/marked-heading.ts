/** Reads the heading of a marked table and tells dimensions from measures; refuses a measure in the place of a dimension. */
import { Effect } from "effect"
import { isPercentage } from "./marked-percentages.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"

export interface Heading {
  readonly dimensions: readonly string[]
  readonly count: number
  /** -1 if the table has no such column. */
  readonly percent: number
  readonly published: number
}

const optionalColumns = ["percent", "published"]
const marks = ["[c]", "[z]"]

type Rows = readonly (readonly string[])[]

const isMeasure = (values: readonly string[], mayBePercent: boolean): boolean =>
  values.some((value) => marks.includes(value)) || (mayBePercent && values.every(isPercentage))

/** Finds a column of percentages or marks among the dimensions: it would have no total, and the audit would find nothing. */
const misplaced = ({ dimensions, percent }: Heading, rows: Rows): string | undefined =>
  dimensions.find((dimension, axis) =>
    isMeasure(
      rows.map((row) => row[axis] ?? ""),
      dimension === "percent" && percent < 0,
    ),
  )

export const readHeading = (
  name: string,
  heading: readonly string[],
  rows: Rows,
): Effect.Effect<Heading, AuditRefused> => {
  const not = (problem: string, remedy: string) => Effect.fail(refuseAudit("not-understood", problem, remedy))
  const count = heading.indexOf("count")
  const after = heading.slice(count + 1)
  if (count < 1 || new Set(after).size < after.length || after.some((column) => !optionalColumns.includes(column)))
    return not(
      `${name} has no column of counts`,
      "Head the columns: dimensions, then count once, then percent or published or neither",
    )
  const dimensions = heading.slice(0, count)
  if (new Set(dimensions).size < count) return not(`${name} names a dimension twice`, "Name each column once")
  const place = (column: string): number => (after.includes(column) ? count + 1 + after.indexOf(column) : -1)
  const columns = { dimensions, count, percent: place("percent"), published: place("published") }
  const misplacedColumn = rows.length === 0 ? undefined : misplaced(columns, rows)
  if (misplacedColumn !== undefined)
    return not(
      `${name} has numbers or marks before its counts, under ${misplacedColumn}`,
      "Put percentages after the counts, under percent",
    )
  return Effect.succeed(columns)
}
