/** Writes real postcodes as children do, one in ten misspelt, and counts how each is read. */
import { gazetteerOf } from "../db/geography/imported.ts"
import type { Index } from "../db/geography/index-file.ts"
import { postcodesIn } from "../db/geography/register-index.ts"
import { type Outcome, outcomeOf, outcomes, type Shares } from "../tests/support/match-shares.ts"
import { misspelt, seeded, slipKinds } from "../tests/support/postcode-slips.ts"

export interface Written {
  readonly all: readonly string[]
  /** The share of the true ones that is matched unchanged. */
  readonly matched: number
  /** How the misspelt ones are read. */
  readonly shares: Shares
}

const spaced = (postcode: string): string => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`

export const writtenPostcodes = (index: Index, count: number, seed: number): Written => {
  const live = postcodesIn(index, "live")
  // A gazetteer with LSOAs, so that a wrong one shows.
  const gazetteer = gazetteerOf(index, { use: "to see a wrong one", by: "a bench", on: "2026-11-22" })
  const random = seeded(seed)
  const tally = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  let [matched, trueOnes] = [0, 0]
  const all = Array.from({ length: count }, (_, at) => {
    const meant = live[Math.floor(random() * live.length)] ?? ""
    if (at % 10 === 0) {
      const written = misspelt(meant, slipKinds[(at / 10) % slipKinds.length] ?? "case and spaces", random)
      tally[outcomeOf(gazetteer, meant, written)]++
      return written
    }
    trueOnes++
    if (outcomeOf(gazetteer, meant, spaced(meant)) === "as it is") matched++
    return spaced(meant)
  })
  const share = (outcome: Outcome) => tally[outcome] / (count - trueOnes)
  return {
    all,
    matched: matched / trueOnes,
    shares: Object.fromEntries(outcomes.map((outcome) => [outcome, share(outcome)])) as Shares,
  }
}
