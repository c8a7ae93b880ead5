/** Words the sum that gives a group away: "England less London and North East is North West: girl, 10 years old". Never a count. */
import type { Box } from "../disclosure/joint/box.ts"
import type { SumTerm } from "../disclosure/joint/explain.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { groupWords, setWords } from "./group-words.ts"

export const listedWith = (words: readonly string[], joint = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`

const setIn = (box: Box, variable: number): bigint | undefined => box.find((each) => each.variable === variable)?.set

/** The only variable in which every term differs from the group. */
const onlyVariable = (box: Box, terms: readonly SumTerm[]): number | undefined => {
  const all = new Set([box, ...terms.map((term) => term.box)].flatMap((each) => each.map(({ variable }) => variable)))
  const [only, ...more] = [...all].filter((variable) =>
    terms.some((term) => setIn(term.box, variable) !== setIn(box, variable)),
  )
  return more.length > 0 ? undefined : only
}

/** More terms than this are counted, and not named. */
const mostNamed = 6

const side = (terms: readonly SumTerm[], name: (box: Box) => string): string => {
  const names = terms.map(({ box, factor }) =>
    Math.abs(factor) === 1 ? name(box) : `${Math.abs(factor)} times ${name(box)}`,
  )
  return names.length > mostNamed
    ? `${names.slice(0, mostNamed).join(", ")} and ${names.length - mostNamed} more`
    : listedWith(names)
}

export const sumWords = (box: Box, terms: readonly SumTerm[], declared: DeclaredVariables): string => {
  const variable = onlyVariable(box, terms)
  const name =
    variable === undefined
      ? (of: Box): string => `"${groupWords(of, declared)}"`
      : (of: Box): string => {
          const set = setIn(of, variable)
          return set === undefined ? "all" : setWords({ variable, set }, declared)
        }
  const [added, taken] = [terms.filter(({ factor }) => factor > 0), terms.filter(({ factor }) => factor < 0)]
  const sum = taken.length === 0 ? side(added, name) : `${side(added, name)} less ${side(taken, name)}`
  const common = variable === undefined ? [] : box.filter((each) => each.variable !== variable)
  return common.length === 0 ? `${sum} is ${name(box)}` : `${sum} is ${name(box)}: ${groupWords(common, declared)}`
}
