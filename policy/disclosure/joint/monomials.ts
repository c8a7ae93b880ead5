/** Numbers products of basis elements of several variables; everybody is number 0. */
import type { Box, JointVariable } from "./box.ts"
import type { CategorySet } from "./category-set.ts"
import { firstHash, hashWith } from "./product-hash.ts"
import { type VariableBasis, variableBasis } from "./variable-basis.ts"

/** A sum of products: the number of each, and its factor in the same place. */
export interface Terms {
  readonly monomials: readonly number[]
  readonly factors: readonly number[]
}

export interface Monomials {
  readonly bases: readonly VariableBasis[]
  /** Identifies an element among those of all variables; element 0 of a variable needs no number. */
  readonly elementOf: (variable: number, element: number) => number
  /** The number of a product, which `add` gives to a new one; -1 for a new one without it. */
  readonly product: (prefix: number, element: number, add: boolean) => number
  /** The terms of a box; undefined where a set is no combination of the sets used. */
  readonly terms: (box: Box) => Terms | undefined
  readonly size: () => number
  readonly hasItem: (monomial: number) => boolean
  /** The same whatever was numbered before. */
  readonly hashOf: (monomial: number) => number
}

export const monomialsOf = (
  variables: readonly JointVariable[],
  used: ReadonlyMap<number, ReadonlySet<CategorySet>>,
  prime: number,
): Monomials => {
  const bases = variables.map((variable, at) => variableBasis(variable, used.get(at) ?? [], prime))
  const starts: number[] = []
  let elements = 1
  for (const { size } of bases) {
    starts.push(elements)
    elements += size
  }
  const itemElement = new Uint8Array(elements)
  variables.forEach(({ isItem }, at) => {
    if (isItem) itemElement.fill(1, starts[at], (starts[at] ?? 0) + (bases[at]?.size ?? 0))
  })
  /** By prefix, the numbers of its products with one more element. */
  const longer: (Map<number, number> | undefined)[] = []
  const items: number[] = [0]
  const hashes: number[] = [firstHash]
  const product: Monomials["product"] = (prefix, element, add) => {
    if (prefix < 0) return -1
    const known = longer[prefix]?.get(element)
    if (known !== undefined || !add) return known ?? -1
    const number = items.push((items[prefix] ?? 0) | (itemElement[element] ?? 0)) - 1
    hashes.push(hashWith(hashes[prefix] ?? firstHash, element))
    const others = longer[prefix]
    if (others === undefined) longer[prefix] = new Map([[element, number]])
    else others.set(element, number)
    return number
  }
  const elementOf = (variable: number, element: number): number => (starts[variable] ?? 0) + element
  const terms: Monomials["terms"] = (box) => {
    let found = [0]
    let factors = [1]
    for (const { variable, set } of box) {
      const expansion = bases[variable]?.expand(set)
      if (expansion === undefined) return undefined
      const [before, beforeFactors] = [found, factors]
      ;[found, factors] = [[], []]
      for (const [at, element] of expansion.elements.entries()) {
        const id = elementOf(variable, element)
        const own = expansion.factors[at] ?? 0
        for (let k = 0; k < before.length; k++) {
          const prefix = before[k] as number
          found.push(element === 0 ? prefix : product(prefix, id, true))
          factors.push(own === 1 ? (beforeFactors[k] as number) : ((beforeFactors[k] as number) * own) % prime)
        }
      }
    }
    return { monomials: found, factors }
  }
  return {
    ...{ bases, elementOf, product, terms },
    size: () => items.length,
    hasItem: (monomial) => items[monomial] === 1,
    hashOf: (monomial) => hashes[monomial] ?? firstHash,
  }
}
