/** Holds a home postcode from admission to its match: it prints nothing, and the match overwrites it. */
import { Redacted } from "effect"

export type HomePostcode = Redacted.Redacted<Uint8Array>

/** Copies the text into bytes of our own, which can be overwritten. */
export const homePostcode = (text: string): HomePostcode =>
  Redacted.make(new TextEncoder().encode(text), { label: "home-postcode" })
