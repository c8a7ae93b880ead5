/** Establishes who somebody is. Behind this port are passkeys, and whatever else proves a person to this deployment. */
import { type Effect, Schema } from "effect"
import type { Evidence } from "../../../db/evidence/evidence.ts"
import type { StoreUnavailable } from "../../../db/store-unavailable.ts"
import type { PersonId } from "../../../policy/capability/member.ts"

const reasons = {
  "asked-for-nothing": "What came back answers no question of ours, or answers it for the second time or too late",
  "unknown-key": "This key is not enrolled here, or was replaced",
  "not-signed": "The answer was not signed by the enrolled key, for this address, by a person who unlocked it",
  "copied-key": "The key has counted fewer uses than before, as a copy of it would",
} as const
export type NotProvedBecause = keyof typeof reasons

/** Nobody is signed in, and nothing was proved. */
export class NotProved extends Schema.TaggedError<NotProved>()("NotProved", {
  because: Schema.Literals(Object.keys(reasons) as readonly NotProvedBecause[]),
}) {
  override get message() {
    return `${reasons[this.because]}. Nobody was signed in and nothing was done. Try again; if it goes on, ask for a new link.`
  }
}

export interface Identity {
  /** What the browser is to answer; the answer counts once, and for this purpose alone. */
  readonly ask: (purpose: string) => Effect.Effect<unknown>
  readonly prove: (answer: unknown, purpose: string) => Effect.Effect<PersonId, NotProved | StoreUnavailable, Evidence>
}
