/** Names a group of children in the words of the tables: `girl, North West, 10 years old`. */
import type { Box, Factor } from "../disclosure/joint/box.ts"
import { type CategorySet, fullSet, isWithin, setOf, sizeOf } from "../disclosure/joint/category-set.ts"
import type { DeclaredVariable, DeclaredVariables } from "./declared-variables.ts"

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`

/** The fewest categories of one variable that together are the set. */
const madeOf = ({ categories }: DeclaredVariable, set: CategorySet): readonly string[] | undefined => {
  let left = set
  const words: string[] = []
  for (const each of categories.toSorted((a, b) => b.leaves.length - a.leaves.length)) {
    const own = setOf(each.leaves)
    if (own === 0n || !isWithin(own, left)) continue
    words.push(each.words)
    left &= ~own
  }
  return left === 0n ? words : undefined
}

/** More categories than this are named by those that are missing, where these are fewer. */
const mostNamed = 3

const shortest = (variables: readonly DeclaredVariable[], set: CategorySet): readonly string[] | undefined =>
  variables
    .flatMap((variable) => {
      const words = madeOf(variable, set)
      return words === undefined ? [] : [words]
    })
    .toSorted((one, other) => one.length - other.length)[0]

export const setWords = ({ variable, set }: Factor, { bases, variables }: DeclaredVariables): string => {
  const base = bases[variable]
  if (base === undefined) return (set & 1n) === 1n ? "responses that had come by then" : "responses that came later"
  const own = variables.filter((each) => each.base === variable)
  const words = shortest(own, set)
  if (words !== undefined && words.length <= mostNamed) return listed(words)
  const others = shortest(own, fullSet(base.leaves) & ~set)
  if (others !== undefined && (words === undefined || others.length < words.length)) return `not ${listed(others)}`
  return words === undefined ? `${sizeOf(set)} categories of ${base.name}` : listed(words)
}

export const groupWords = (box: Box, declared: DeclaredVariables): string =>
  box.length === 0 ? "all children" : box.map((factor) => setWords(factor, declared)).join(", ")
