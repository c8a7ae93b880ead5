/** How far up the hierarchies a swap may reach: the categories above one, and every way to divide the steps. */
import { type Dimension, outside } from "../tables/dimension.ts"

/** The categories above one, nearest first, and the outside above them all. */
export const topsOf = ({ chain }: Dimension, node: number): readonly number[] => [
  ...(chain[node] ?? []).slice(1),
  outside,
]

/** Every way to go `width` steps in all, with at most so many in each dimension. */
export const reaches = (most: readonly number[], width: number): readonly (readonly number[])[] => {
  const [first, ...rest] = most
  if (first === undefined) return width === 0 ? [[]] : []
  return Array.from({ length: Math.min(first, width) + 1 }, (_, step) =>
    reaches(rest, width - step).map((others) => [step, ...others]),
  ).flat()
}
