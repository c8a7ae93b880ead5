/** What follows from published counts, by elimination over every combination of leaves: the joint audit's right answer. */
import type { Box, JointTable, JointVariable } from "../../../../policy/disclosure/joint/box.ts"
import { holds } from "./ledger.ts"

const prime = 1_000_003

const inverse = (value: number): number => {
  let [result, power] = [1, value]
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}

/** The last entry of a row is its count. */
const spaceOf = (width: number) => {
  const rows: { readonly at: number; readonly row: Float64Array }[] = []
  const reduce = (vector: readonly number[]): Float64Array => {
    const left = Float64Array.from(vector)
    for (const { at, row } of rows) {
      const factor = left[at] ?? 0
      if (factor !== 0)
        for (let k = at; k <= width; k++) left[k] = ((left[k] ?? 0) + (prime - factor) * (row[k] ?? 0)) % prime
    }
    return left
  }
  return {
    add: (vector: readonly number[]): void => {
      const left = reduce(vector)
      const at = left.findIndex((value, k) => value !== 0 && k < width)
      if (at < 0) return
      const scale = inverse(left[at] ?? 1)
      rows.push({ at, row: left.map((value) => (value * scale) % prime) })
      rows.sort((a, b) => a.at - b.at)
    },
    /** The count that follows, if one does. */
    countOf: (vector: readonly number[]): number | undefined => {
      const left = reduce([...vector, 0])
      return left.slice(0, width).every((value) => value === 0) ? (prime - (left[width] ?? 0)) % prime : undefined
    },
  }
}

const atomsOf = (variables: readonly JointVariable[]): readonly (readonly number[])[] =>
  variables.reduce<readonly (readonly number[])[]>(
    (all, { leaves }) => all.flatMap((atom) => Array.from({ length: leaves }, (_, leaf) => [...atom, leaf])),
    [[]],
  )

/** The count of each box that follows, with groups of nobody emptied until no more follow. */
export const bruteForce = (
  variables: readonly JointVariable[],
  tables: readonly JointTable[],
  boxes: readonly Box[],
): readonly (number | undefined)[] => {
  const atoms = atomsOf(variables)
  const space = spaceOf(atoms.length)
  const vectorOf = (box: Box): number[] => atoms.map((atom) => (holds(box, atom) ? 1 : 0))
  for (const { box, count, published } of tables.flatMap(({ cells }) => cells))
    if (published) space.add([...vectorOf(box), count])
  const vectors = boxes.map(vectorOf)
  const empty = new Set<number>()
  for (;;) {
    const counts = vectors.map(space.countOf)
    const before = empty.size
    counts.forEach((count, at) => {
      if (count === 0)
        vectors[at]?.forEach((value, atom) => {
          if (value === 0 || empty.has(atom)) return
          empty.add(atom)
          space.add([...atoms.map((_, other) => (other === atom ? 1 : 0)), 0])
        })
    })
    if (empty.size === before) return counts
  }
}
