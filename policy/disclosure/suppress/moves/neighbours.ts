/** The leaves that a cell's records might be swapped with: all of a small table, and of a large one those under the same categories. */

import { outside } from "../../tables/dimension.ts"
import { leavesOf, nodeOf } from "../../tables/lattice.ts"
import { forbidden, type SearchState } from "../state/search-state.ts"

/** No more leaves than this are asked about at once. */
const most = 800

/** Goes up one dimension after another for as long as there is room. */
export const neighbouringLeaves = ({ lattice, price }: SearchState, cell: number): readonly number[] => {
  const { dimensions, stride } = lattice
  const filled = (each: number): readonly number[] =>
    Array.from(leavesOf(lattice, each)).filter((leaf) => (price[leaf] as number) < forbidden)
  let at = cell
  let found = filled(at)
  const open = new Set(dimensions.keys())
  while (open.size > 0)
    for (const way of open) {
      const node = nodeOf(lattice, at, way)
      const above = dimensions[way]?.parent[node] ?? outside
      const next = at + (above - node) * (stride[way] ?? 1)
      const more = above === outside ? found : filled(next)
      if (above === outside || more.length > most) open.delete(way)
      else {
        at = next
        found = more
      }
    }
  return found
}
