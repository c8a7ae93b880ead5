/** Runs the work of a request on the evidence store, which stays open between requests; nobody but who asks for it makes one. */
import { Cause, Clock, Effect, Exit, Scope } from "effect"
import type { Source } from "../../db/connect.ts"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/team.ts"
import { StoreUnavailable } from "../../db/store-unavailable.ts"
import type { Team } from "../../policy/capability/member.ts"
import { inForce } from "../../policy/deployment/in-force.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { evidenceSource, isEvidenceHere } from "../deployment/storage.ts"
import type { StaffPlace } from "./place.ts"

export type OnDesk = Evidence | Team | CollectionWindow

interface Opened {
  readonly evidence: Evidence["Service"]
  readonly scope: Scope.Closeable
}

const absent = new StoreUnavailable({ store: "evidence", failure: "absent" })

const opening = ({ storage }: StaffPlace) =>
  Effect.gen(function* () {
    if (!isEvidenceHere(storage)) return yield* absent
    const scope = yield* Scope.make()
    const { identity, ...where } = evidenceSource(storage)
    // Who made the store has named its identity: this process may write nothing among the keys.
    const source: Source = identity === undefined ? where : { ...where, identity: { ...identity, settles: false } }
    const place = { source, mode: storage.mode, upgrade: false }
    return yield* openEvidence(place).pipe(
      Effect.map((evidence): Opened => ({ evidence, scope })),
      Scope.provide(scope),
      Effect.tapError(() => Scope.close(scope, Exit.void)),
    )
  })

/** A part in the project may end with the window, so each request reads the one that is declared now. */
const windowNow = ({ declarations, mode }: Evidence["Service"]) =>
  mode === "rehearsal"
    ? Effect.succeed("always" as const)
    : Effect.map(declarations, (all) => inForce(all).window ?? ("always" as const))

export type Desk = ReturnType<typeof deskAt>

export const deskAt = (place: StaffPlace) => {
  let open: Opened | undefined

  const close = async (): Promise<void> => {
    const closing = open
    open = undefined
    if (closing !== undefined) await Effect.runPromise(Scope.close(closing.scope, Exit.void))
  }

  const run = async <A, E>(work: Effect.Effect<A, E, OnDesk>) => {
    const all = Effect.gen(function* () {
      open ??= yield* opening(place)
      const { evidence } = open
      const window = yield* windowNow(evidence)
      return yield* work.pipe(
        Effect.provide(teamOf(evidence)),
        Effect.provideService(Evidence, evidence),
        Effect.provideService(CollectionWindow, window),
      )
    })
    const exit = await Effect.runPromiseExit(
      place.clock === undefined ? all : Effect.provideService(all, Clock.Clock, place.clock),
    )
    // A store that was restored or moved is opened afresh by the next request.
    const failure = Exit.isFailure(exit) ? exit.cause.reasons.find(Cause.isFailReason)?.error : undefined
    if (failure instanceof StoreUnavailable) await close()
    return exit
  }

  return { run, close }
}
