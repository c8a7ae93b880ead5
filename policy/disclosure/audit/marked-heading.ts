/** Which columns of a marked table are its dimensions, and which are measures: a measure is never taken for a dimension. */
import { Effect } from "effect"
import { isPercentage } from "./marked-percentages.ts"
import { type AuditRefused, refused } from "./refused.ts"

export interface Columns {
  readonly dimensions: readonly string[]
  readonly count: number
  /** -1 where there is none. */
  readonly percent: number
  readonly published: number
}

const besides = ["percent", "published"]
const marks = ["[c]", "[z]"]

type Rows = readonly (readonly string[])[]

const isMeasure = (values: readonly string[], mayBePercent: boolean): boolean =>
  values.some((value) => marks.includes(value)) || (mayBePercent && values.every(isPercentage))

/** What would be taken for a dimension and is none: no total would be found along it, and nothing be known. */
const misplaced = ({ dimensions, percent }: Columns, rows: Rows): string | undefined =>
  dimensions.find((dimension, way) =>
    isMeasure(
      rows.map((row) => row[way] ?? ""),
      dimension === "percent" && percent < 0,
    ),
  )

export const columnsOf = (
  name: string,
  heading: readonly string[],
  rows: Rows,
): Effect.Effect<Columns, AuditRefused> => {
  const not = (found: string, remedy: string) => Effect.fail(refused("not-understood", found, remedy))
  const count = heading.indexOf("count")
  const after = heading.slice(count + 1)
  if (count < 1 || new Set(after).size < after.length || after.some((column) => !besides.includes(column)))
    return not(
      `${name} has no column of counts`,
      "Head the columns: dimensions, then count once, then percent or published or neither",
    )
  const dimensions = heading.slice(0, count)
  if (new Set(dimensions).size < count) return not(`${name} names a dimension twice`, "Name each column once")
  const place = (column: string): number => (after.includes(column) ? count + 1 + after.indexOf(column) : -1)
  const columns = { dimensions, count, percent: place("percent"), published: place("published") }
  const wrong = rows.length === 0 ? undefined : misplaced(columns, rows)
  if (wrong !== undefined)
    return not(
      `${name} has numbers or marks before its counts, under ${wrong}`,
      "Put percentages after the counts, under percent",
    )
  return Effect.succeed(columns)
}
