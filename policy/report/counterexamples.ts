/** A rule's counterexamples, each shown to its decoder: what it refuses of what it must refuse. */
import type { Examples } from "../rule.ts"

const passing = (decode: Examples["decode"], of: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(of)
    .filter(([, value]) => decode(value)._tag === "Success")
    .map(([what]) => what)

export interface Shown {
  readonly refused: number
  readonly counterexamples: number
  /** Counterexamples that got through, and examples that did not, by name. */
  readonly wrong: readonly string[]
}

export const show = (examples: Examples | undefined): Shown => {
  if (examples === undefined) return { refused: 0, counterexamples: 0, wrong: ["missing"] }
  const { decode, accepts, refuses } = examples
  const through = passing(decode, refuses)
  const accepted = passing(decode, accepts)
  const counterexamples = Object.keys(refuses).length
  return {
    refused: counterexamples - through.length,
    counterexamples,
    wrong: [
      ...through.map((what) => `accepted: ${what}`),
      ...Object.keys(accepts)
        .filter((what) => !accepted.includes(what))
        .map((what) => `refused: ${what}`),
    ],
  }
}
