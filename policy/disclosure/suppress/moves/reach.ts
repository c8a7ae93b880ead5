/** How far up the hierarchies a swap may reach: the categories above one, and every way to divide the steps. */
import { type Dimension, outside } from "../../tables/dimension.ts"

/** The categories above one, nearest first, and the outside above them all. */
export const topsOf = ({ chain }: Dimension, node: number): readonly number[] => [
  ...(chain[node] ?? []).slice(1),
  outside,
]

/** A category and those above it, looked up once for each. */
export const ancestorsOf = (dimensions: readonly Dimension[]): ((at: number, node: number) => readonly number[]) => {
  const known = dimensions.map((dimension) =>
    dimension.categories.map((_, node): readonly number[] => [node, ...topsOf(dimension, node)]),
  )
  return (at, node) => known[at]?.[node] ?? []
}

export type Reaches = (most: readonly number[], width: number) => readonly (readonly number[])[]

/** The same ways are asked for again and again. */
export const cachedReaches = (dimensions: readonly Dimension[]): Reaches => {
  const deepest = 1 + Math.max(...dimensions.flatMap(({ chain }) => chain.map(({ length }) => length)))
  const known = new Map<number, readonly (readonly number[])[]>()
  return (most, width) => {
    let key = width
    for (const steps of most) key = key * deepest + steps
    const found = known.get(key)
    if (found !== undefined) return found
    const made = reaches(most, width)
    known.set(key, made)
    return made
  }
}

/** Every way to go `width` steps in all, with a maximum in each dimension. */
export const reaches = (most: readonly number[], width: number): readonly (readonly number[])[] => {
  const [first, ...rest] = most
  if (first === undefined) return width === 0 ? [[]] : []
  return Array.from({ length: Math.min(first, width) + 1 }, (_, step) =>
    reaches(rest, width - step).map((others) => [step, ...others]),
  ).flat()
}
