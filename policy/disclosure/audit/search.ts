/** Looks for one filling in whole numbers by halving what is open: a filling is found, or proved not to be there, or the steps run out. */
import { type Bounds, tighten } from "./bounds.ts"
import type { Equations } from "./system.ts"

/** The narrowest open column, which is soonest settled; undefined when all are settled. */
const narrowest = ({ lower, upper }: Bounds): number | undefined => {
  let found: number | undefined
  let least = Infinity
  for (let column = 0; column < lower.length; column++) {
    const width = (upper[column] ?? 0) - (lower[column] ?? 0)
    if (width > 0 && (found === undefined || width < least)) {
      found = column
      least = width
    }
  }
  return found
}

const within = ({ lower, upper }: Bounds, column: number, least: number, greatest: number): Bounds => ({
  lower: lower.with(column, least),
  upper: upper.with(column, greatest),
})

export const searched = (equations: Equations, bounds: Bounds, steps: number): Float64Array | "none" | "unknown" => {
  const open: Bounds[] = [{ lower: bounds.lower.slice(), upper: bounds.upper.slice() }]
  for (let step = 0; step < steps; step++) {
    const at = open.pop()
    if (!at) return "none"
    if (!tighten(equations, at)) continue
    const column = narrowest(at)
    if (column === undefined) return at.lower
    const [least, greatest] = [at.lower[column] ?? 0, at.upper[column] ?? 0]
    const middle = Number.isFinite(greatest) ? Math.floor((least + greatest) / 2) : least
    open.push(within(at, column, middle + 1, greatest), within(at, column, least, middle))
  }
  return open.length === 0 ? "none" : "unknown"
}
