/** Grants a power, or refuses it, and records which in the ledger before the power can be used. */
import { Effect, Result } from "effect"
import { type Capability, grant } from "../../policy/capability/capability.ts"
import type { PersonId, Team } from "../../policy/capability/member.ts"
import type { Power } from "../../policy/capability/power.ts"
import type { NotGranted } from "../../policy/capability/standing.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { Evidence } from "./evidence.ts"

/** Records what came of asking for a power. */
export const recorded = <P extends Power, R>(
  asking: Effect.Effect<Capability<P>, NotGranted, R>,
): Effect.Effect<Capability<P>, NotGranted | StoreUnavailable, R | Evidence> =>
  Effect.gen(function* () {
    const { record } = yield* Evidence
    const asked = yield* Effect.result(asking)
    if (Result.isFailure(asked)) {
      const { power, because } = asked.failure
      yield* record({ kind: "power-refused", body: { power, because } })
      return yield* asked.failure
    }
    const { power, role, lastDay: until } = asked.success
    yield* record({ kind: "power-granted", body: { power, role, until } })
    return asked.success
  })

export const recordedGrant = <const P extends Power>(
  power: P,
  person: PersonId,
): Effect.Effect<Capability<P>, NotGranted | StoreUnavailable, Team | CollectionWindow | Evidence> =>
  recorded(grant(power, person))
