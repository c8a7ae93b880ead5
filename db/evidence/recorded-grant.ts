/** Grants a power, or refuses it, and records which, for whom and how it was known who asks, before the power can be used. */
import { Effect, Result } from "effect"
import { type Acting, acting, type NotProven, type Proof, proven } from "../../policy/capability/acting.ts"
import { type Capability, grant } from "../../policy/capability/capability.ts"
import type { PersonId, Team } from "../../policy/capability/member.ts"
import type { Power } from "../../policy/capability/power.ts"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { Evidence } from "./evidence.ts"

/** A person whose id was only typed, at a shell, acts as *operator*. */
export type Who = PersonId | Acting

export const actingOf = (who: Who): Acting => (typeof who === "string" ? acting(who, "operator") : who)

/** Records what came of asking for a power. */
export const recorded = <P extends Power, E extends NotGranted | NotProven, R>(
  asking: Effect.Effect<Capability<P>, E, R>,
  proof: Proof,
): Effect.Effect<Capability<P>, E | StoreUnavailable, R | Evidence> =>
  Effect.gen(function* () {
    const { record } = yield* Evidence
    const asked = yield* Effect.result(asking)
    if (Result.isFailure(asked)) {
      const { power, because } = asked.failure
      yield* record({ kind: "power-refused", body: { power, because } })
      return yield* Effect.fail(asked.failure)
    }
    const { power, role, person, lastDay: until } = asked.success
    yield* record({ kind: "power-granted", body: { power, role, until, member: digestOf(person), proof } })
    return asked.success
  })

export const recordedGrant = <const P extends Power>(
  power: P,
  who: Who,
): Effect.Effect<Capability<P>, NotGranted | NotProven | StoreUnavailable, Team | CollectionWindow | Evidence> => {
  const asks = actingOf(who)
  const asking = Effect.gen(function* () {
    const { mode } = yield* Evidence
    const capability = yield* grant(power, asks.person)
    yield* Effect.fromResult(proven(power, asks, mode))
    return capability
  })
  return recorded(asking, asks.proof)
}
