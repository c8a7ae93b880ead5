/** A home postcode between the door and the match: it prints nothing, and is wiped once matched. */
import { Redacted } from "effect"

export type HomePostcode = Redacted.Redacted<Uint8Array>

/** Our own copy of what was written, so that it can be overwritten. */
export const homePostcode = (written: string): HomePostcode =>
  Redacted.make(new TextEncoder().encode(written), { label: "home-postcode" })
