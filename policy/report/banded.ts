/** How many responses there are is told in bands alone: no count under the threshold is ever told. */
import { parameters } from "../parameters.ts"

declare const made: unique symbol

/** Words, made here alone. */
export type Banded = string & { readonly [made]: "banded" }

const step = (count: number): number => (count < 1000 ? parameters.threshold.value : 100)

const words = (count: number): string => {
  if (count === 0) return "none"
  if (count < parameters.threshold.value) return `fewer than ${parameters.threshold.value}`
  const from = Math.floor(count / step(count)) * step(count)
  return `${from.toLocaleString("en-GB")} to ${(from + step(count) - 1).toLocaleString("en-GB")}`
}

export const banded = (count: number): Banded => words(count) as Banded
