/** Compares a document with the DPIA that the rules are built from, and lists the promises that it no longer makes. */
import { createHash } from "node:crypto"
import type { Commitment } from "./commitments/commitment.ts"
import { commitments } from "./commitments/commitments.ts"
import { dpiaVersion, quoteFinder } from "./document/version.ts"

export interface Verification {
  readonly version: string
  readonly sameVersion: boolean
  readonly missing: ReadonlyArray<Commitment>
}

export const verifyQuotes = (text: string): Verification => {
  const version = createHash("sha256").update(text).digest("hex")
  const hasQuote = quoteFinder(text)
  return {
    version,
    sameVersion: version === dpiaVersion,
    missing: commitments.filter(({ section, quote }) => !hasQuote(section, quote)),
  }
}
