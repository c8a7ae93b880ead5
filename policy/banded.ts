/** Shows a count of responses as a band, never exactly: a count below the threshold is never shown. */
import { parameters } from "./parameters.ts"

declare const mark: unique symbol

/** Text that only `banded` makes. */
export type Banded = string & { readonly [mark]: "banded" }

const step = (count: number): number => (count < 1000 ? parameters.threshold.value : 100)

/** The least count of its band; nought below the threshold. */
export const bandStart = (count: number): number =>
  count < parameters.threshold.value ? 0 : Math.floor(count / step(count)) * step(count)

const words = (count: number): string => {
  if (count === 0) return "none"
  if (count < parameters.threshold.value) return `fewer than ${parameters.threshold.value}`
  const from = bandStart(count)
  return `${from.toLocaleString("en-GB")} to ${(from + step(count) - 1).toLocaleString("en-GB")}`
}

export const banded = (count: number): Banded => words(count) as Banded
