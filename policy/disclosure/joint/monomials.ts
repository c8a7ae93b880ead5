/** Numbers products of basis elements of several variables; everybody is number 0. */
import type { Box, JointVariable } from "./box.ts"
import type { CategorySet } from "./category-set.ts"
import { firstHash, hashWith } from "./product-hash.ts"
import { type VariableBasis, variableBasis } from "./variable-basis.ts"

/** More elements than any list of variables has; a product of two stays exact in a float. */
const most = 2 ** 20

export interface Term {
  readonly monomial: number
  readonly factor: number
}

export interface Monomials {
  readonly bases: readonly VariableBasis[]
  /** Identifies an element among those of all variables; element 0 of a variable needs no number. */
  readonly elementOf: (variable: number, element: number) => number
  /** The number of a product, which `add` gives to a new one; -1 for a new one without it. */
  readonly product: (prefix: number, element: number, add: boolean) => number
  /** The terms of a box; undefined where a set is no combination of the sets used. */
  readonly terms: (box: Box) => readonly Term[] | undefined
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
  const numbers = new Map<number, number>()
  const items: number[] = [0]
  const hashes: number[] = [firstHash]
  const product: Monomials["product"] = (prefix, element, add) => {
    if (prefix < 0) return -1
    const known = numbers.get(prefix * most + element)
    if (known !== undefined || !add) return known ?? -1
    const number = items.push((items[prefix] ?? 0) | (itemElement[element] ?? 0)) - 1
    hashes.push(hashWith(hashes[prefix] ?? firstHash, element))
    numbers.set(prefix * most + element, number)
    return number
  }
  const elementOf = (variable: number, element: number): number => (starts[variable] ?? 0) + element
  const terms: Monomials["terms"] = (box) => {
    let all: readonly Term[] = [{ monomial: 0, factor: 1 }]
    for (const { variable, set } of box) {
      const expansion = bases[variable]?.expand(set)
      if (expansion === undefined) return undefined
      const { elements: own, factors } = expansion
      all = all.flatMap(({ monomial, factor }) =>
        own.map((element, at) => ({
          monomial: element === 0 ? monomial : product(monomial, elementOf(variable, element), true),
          factor: (factor * (factors[at] ?? 0)) % prime,
        })),
      )
    }
    return all
  }
  return {
    ...{ bases, elementOf, product, terms },
    size: () => items.length,
    hasItem: (monomial) => items[monomial] === 1,
    hashOf: (monomial) => hashes[monomial] ?? firstHash,
  }
}
