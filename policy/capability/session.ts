/** Says how long a person stays signed in, and how long a fresh proof counts for the one act that it was given for. */
import { Schema } from "effect"
import type { Digest } from "../record/digest.ts"
import type { PersonId } from "./member.ts"

const minute = 60_000

/** Milliseconds. OWASP ASVS 5.0, V7.3: a session ends when it is not used, and in any case. */
export const sessionLimits = {
  idle: 15 * minute,
  whole: 8 * 60 * minute,
  /** A fresh proof, from the device's answer to the act. */
  proof: 5 * minute,
  /** A one-time link with which a person enrols a passkey. */
  enrolment: 30 * minute,
  /** A request of a command that waits for the person's browser. */
  request: 10 * minute,
} as const

/** Names what a fresh proof is for: the power, and what it is used on. */
export const Act = Schema.String.check(Schema.isPattern(/^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$/)).pipe(Schema.brand("Act"))
export type Act = typeof Act.Type

/** Anybody on the list may see a close done. */
export const witnessing = "witness:close"

/** Of the 32 random bytes in the cookie only the digest is kept. Times are instants of this machine's clock. */
export interface Session {
  readonly digest: Digest
  readonly person: PersonId
  readonly idleUntil: number
  readonly endsAt: number
  readonly proof?: { readonly act: Act; readonly until: number }
}

export const beginSession = (digest: Digest, person: PersonId, now: number): Session => ({
  ...{ digest, person },
  idleUntil: now + sessionLimits.idle,
  endsAt: now + sessionLimits.whole,
})

export const isAlive = ({ idleUntil, endsAt }: Session, now: number): boolean => now < idleUntil && now < endsAt
