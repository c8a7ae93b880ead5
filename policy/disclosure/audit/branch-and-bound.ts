/** Searches for one set of whole counts within bounds by halving open intervals, for a limited number of steps. */
import { type Bounds, tighten } from "./bounds.ts"
import type { Equations } from "./system.ts"

/** The column with the narrowest open interval, or undefined when every interval is closed. */
const narrowest = ({ lower, upper }: Bounds): number | undefined => {
  let narrowestColumn: number | undefined
  let least = Infinity
  for (let column = 0; column < lower.length; column++) {
    const width = (upper[column] ?? 0) - (lower[column] ?? 0)
    if (width > 0 && (narrowestColumn === undefined || width < least)) {
      narrowestColumn = column
      least = width
    }
  }
  return narrowestColumn
}

const within = ({ lower, upper }: Bounds, column: number, least: number, greatest: number): Bounds => ({
  lower: lower.with(column, least),
  upper: upper.with(column, greatest),
})

/** "impossible" is proved; "undecided" means that the steps ran out. */
export const findFilling = (
  equations: Equations,
  bounds: Bounds,
  steps: number,
): Float64Array | "impossible" | "undecided" => {
  const open: Bounds[] = [{ lower: bounds.lower.slice(), upper: bounds.upper.slice() }]
  for (let step = 0; step < steps; step++) {
    const at = open.pop()
    if (!at) return "impossible"
    if (!tighten(equations, at)) continue
    const column = narrowest(at)
    if (column === undefined) return at.lower
    const [least, greatest] = [at.lower[column] ?? 0, at.upper[column] ?? 0]
    const middle = Number.isFinite(greatest) ? Math.floor((least + greatest) / 2) : least
    open.push(within(at, column, middle + 1, greatest), within(at, column, least, middle))
  }
  return open.length === 0 ? "impossible" : "undecided"
}
