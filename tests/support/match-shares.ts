/** Counts how misspelt postcodes are read, without printing one. */
import type { Gazetteer } from "../../db/geography/gazetteer.ts"
import { readWritten } from "../../db/geography/parse-postcode.ts"
import { misspelt, type Random, type Slip } from "./postcode-slips.ts"

export const outcomes = [
  "as it is",
  "another real one",
  "corrected",
  "corrected wrongly",
  "authority alone",
  "another authority",
  "unmatched",
] as const
export type Outcome = (typeof outcomes)[number]

const authorityOf = (geography: unknown): unknown =>
  typeof geography === "object" && geography !== null && "localAuthority" in geography
    ? geography.localAuthority
    : geography

/** The gazetteer is one that tells LSOAs, so that a wrong one is seen. */
export const outcomeOf = (gazetteer: Gazetteer, postcode: string, written: string): Outcome => {
  const meant = gazetteer.find(postcode)?.geography
  const { how, geography } = readWritten(gazetteer, written)
  const isSame = JSON.stringify(geography) === JSON.stringify(meant)
  if (how === "exact") return isSame ? "as it is" : "another real one"
  if (how === "corrected") return isSame ? "corrected" : "corrected wrongly"
  if (how === "partial") return authorityOf(geography) === authorityOf(meant) ? "authority alone" : "another authority"
  return "unmatched"
}

export type Shares = Readonly<Record<Outcome, number>>

export const sharesOf = (
  gazetteer: Gazetteer,
  postcodes: readonly string[],
  slip: Slip,
  random: Random,
  count: number,
): Shares => {
  const shares = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (let done = 0; done < count; done++) {
    const postcode = postcodes[Math.floor(random() * postcodes.length)] ?? ""
    shares[outcomeOf(gazetteer, postcode, misspelt(postcode, slip, random))]++
  }
  return shares
}
