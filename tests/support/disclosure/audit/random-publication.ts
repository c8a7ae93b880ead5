/** Small publications made at random from a seed: tables of 2 to 4 ways, and cuts that overlap as recoded age bands do. */
import type { Publication, PublishedCell, Relation } from "../../../../policy/disclosure/audit/publication.ts"

export type Random = () => number

/** mulberry32: the same numbers for the same seed, everywhere. */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1))

/** Every cell of a table as its places, 0 for the total of a dimension; the grand total comes first. */
const placesOf = (sizes: readonly number[]): readonly (readonly number[])[] =>
  sizes.reduce<readonly (readonly number[])[]>(
    (cells, size) => cells.flatMap((cell) => Array.from({ length: size + 1 }, (_, place) => [...cell, place])),
    [[]],
  )

/** How many categories each dimension has: 2 to 4 ways, at most 27 cells within. */
const shapes = [
  ...[
    [2, 2],
    [2, 3],
    [3, 3],
    [2, 6],
    [3, 5],
    [4, 4],
    [5, 5],
    [2, 2, 2],
    [2, 3, 3],
  ],
  ...[
    [3, 3, 3],
    [2, 2, 4],
    [2, 2, 2, 2],
    [1, 2, 2, 3],
    [2, 2, 2, 3],
  ],
]

const relationsOf = (sizes: readonly number[]): readonly Relation[] =>
  placesOf(sizes).flatMap((cell) =>
    cell.flatMap((place, dimension): Relation[] => {
      if (place !== 0) return []
      const part = (each: number): string => cell.with(dimension, each).join("|")
      return [[cell.join("|"), ...Array.from({ length: sizes[dimension] ?? 0 }, (_, each) => part(each + 1))]]
    }),
  )

type Shape = Pick<Publication, "cells" | "relations">

const table = (random: Random): Shape => {
  const sizes = shapes[upTo(random, shapes.length - 1)] ?? []
  const most = 1 + upTo(random, 4)
  const places = placesOf(sizes)
  const inner = places.filter((cell) => !cell.includes(0)).map((cell) => ({ cell, count: upTo(random, most) }))
  const withheld = 0.2 + 0.6 * random()
  const cells = new Map<string, PublishedCell>()
  for (const cell of places) {
    const within = inner.filter((each) => cell.every((place, way) => place === 0 || place === each.cell[way]))
    const published = random() > (cell.includes(0) ? withheld / 4 : withheld)
    cells.set(cell.join("|"), { value: within.reduce((sum, { count }) => sum + count, 0), published })
  }
  return { cells, relations: relationsOf(sizes) }
}

/** Sums over two to four of the same few withheld counts: where an attacker's fractions and whole numbers part. */
const cuts = (random: Random): Shape => {
  const size = 3 + upTo(random, 5)
  const counts = Array.from({ length: size }, () => upTo(random, 4))
  const cells = new Map<string, PublishedCell>()
  cells.set("all", { value: counts.reduce((sum, count) => sum + count, 0), published: true })
  for (const [each, value] of counts.entries()) cells.set(`${each}`, { value, published: random() < 0.1 })
  const relations: Relation[] = [["all", ...counts.keys().map(String)]]
  for (let cut = 0; cut < size; cut++) {
    const parts = [...counts.keys()].filter(() => random() < 0.45)
    if (parts.length < 2) continue
    cells.set(`cut ${cut}`, {
      value: parts.reduce((sum, each) => sum + (counts[each] ?? 0), 0),
      published: random() < 0.9,
    })
    relations.push([`cut ${cut}`, ...parts.map(String)])
  }
  return { cells, relations }
}

/** Counts at random, and enough withheld at random that something is often left to guess. */
export const randomPublication = (random: Random): Publication => {
  const { cells, relations } = random() < 0.7 ? table(random) : cuts(random)
  const smallest = Math.min(...[...cells.values()].map(({ value, published }) => (published ? 1 : (value ?? 0))))
  const lowerBound = smallest >= 1 && random() < 0.7 ? 1 : 0
  const threshold = random() < 0.8 ? 2 + upTo(random, 3) : null
  return { threshold, attacker: { lowerBound, integer: random() < 0.9 }, cells, relations }
}
