/** Writes the value of a parameter as a public page says it, so that no page restates a number of its own. */
import type { Parameter } from "./parameters.ts"

const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

/** In words up to ten, as in "two"; above ten in digits. */
export const numberInWords = (value: number): string => words[value] ?? `${value}`

type Counted = Pick<Parameter<number>, "value" | "unit">

const amount = (written: string, { value, unit }: Counted): string =>
  `${written} ${(value === 1 ? unit?.replace(/s$/, "") : unit) ?? ""}`.trim()

/** Such as "two years", "seven days" or "1,000 responses". */
export const inWords = (parameter: Counted): string =>
  amount(parameter.value > 10 ? parameter.value.toLocaleString("en-GB") : numberInWords(parameter.value), parameter)
