/** A store whose texts wait for review, with three reviewers and a supervisor, and a clock that a test can move. */
import { Clock, Effect, type Scope } from "effect"
import type { ReleaseContext } from "../../db/free-text/release-context.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId, Team } from "../../policy/capability/member.ts"
import type { Power } from "../../policy/capability/power.ts"
import { today } from "../../policy/civil-day.ts"
import type { Detection, Detector } from "../../policy/free-text/detector.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import { clockAt } from "./clock.ts"
import { openedEvidence } from "./evidence.ts"
import { memberOf, personOf, within } from "./policy/team.ts"
import type { Engine } from "./store.ts"
import { stubDetector } from "./stub-detector.ts"
import { matchedSamples, ready, transferring } from "./transfer.ts"

export const day = "2026-03-02"

/** Holds every text, in the band that the test gives. */
export const holding = (because: Detection["because"]): Detector => ({
  ...stubDetector,
  detect: (text) => ({ ...stubDetector.detect(text), decision: "held", because }),
})

export const reviewing = async (engine: Engine, detector: Detector = holding(["uncertain"]), samples = 24) => {
  const place = await ready(engine, { [day]: matchedSamples(samples, 8) })
  await Effect.runPromise(transferring(place, undefined, undefined, undefined, Effect.succeed(detector)))
  const evidence = await openedEvidence(place.evidence)
  const trainedOn = await Effect.runPromise(today)
  const members = [0, 1, 2].map((number) => memberOf("evidence-team", { trainedOn }, number))
  const all = [...members, memberOf("director-of-evidence", { trainedOn })]
  for (const member of all) await Effect.runPromise(evidence.keepMember(member))
  const time = { now: Date.now() }
  const run = <A, E>(step: Effect.Effect<A, E, Team | CollectionWindow | Scope.Scope>): Promise<A> =>
    Effect.runPromise(
      step.pipe(
        Effect.scoped,
        Effect.provide(within("always", all)),
        Effect.provideService(
          Clock.Clock,
          clockAt(() => time.now),
        ),
      ),
    )
  const granted = <const P extends Power>(power: P, person: PersonId) => run(grant(power, person))
  const reviewer = (number: number) => granted("review-free-text", personOf("evidence-team", number))
  const context: ReleaseContext = {
    ...{ evidence, detector, dataDir: place.dataDir, mode: "rehearsal" },
    keys: keysInFolder(place.dataDir),
  }
  const supervisor = await granted("release-texts", personOf("director-of-evidence"))
  return { place, evidence, context, run, reviewer, supervisor, time }
}
