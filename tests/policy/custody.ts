/** Retention, extracts and the collection as tests walk them: who acts, what they hand over, and what must come of it. */
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { type Day, daysAfter, today } from "../../policy/civil-day.ts"
import {
  type Collection,
  closeRehearsal,
  foundOpen,
  notOpen,
  openCollection,
} from "../../policy/collection/collection-state.ts"
import { confirmEmptied } from "../../policy/collection/emptied.ts"
import { CollectionNow } from "../../policy/evidence/collection-now.ts"
import type { Step } from "../../policy/evidence/step.ts"
import type { ExtractState } from "../../policy/extract/extract.ts"
import { confirmGone } from "../../policy/retention/gone.ts"
import { type Retention, type RetentionState, retain, standsOn } from "../../policy/retention/retention-state.ts"
import { CollectionWindow, type Window } from "../../policy/window.ts"
import { digest, midday, personOf, wholeTeam, within } from "./team.ts"

export const window: Window = { opens: "2027-04-19", closes: "2027-05-19" }

/** Noon of that civil day. */
export const at = (civilDay: string) => TestClock.setTime(midday(civilDay))

/** Everyone, trained anew on that day. */
export const everyone = (trainedOn: string, open: Window | "always" = window) => within(open, wholeTeam(trainedOn))

export const asking = {
  reason: "The page for easy read fails on one tablet.",
  digest: digest("rows"),
  fields: ["age", "gender"],
} as const

export const reasons = { necessity: "Trends need a second year.", proportionality: "Only banded ages." } as const

export const emptied = confirmEmptied({
  sent: digest("rows"),
  received: digest("rows"),
  residue: "none",
  witnesses: [personOf("evidence-team", 1), personOf("evidence-team", 2)],
})

export const goneOf = (of: Day) => confirmGone({ of, residue: "none", scan: digest(`scan of ${of}`) })

export const opened: Effect.Effect<Step<Collection<"open">>> = Effect.gen(function* () {
  yield* at(window.opens)
  return yield* Effect.orDie(openCollection(notOpen()))
}).pipe(Effect.provide(everyone(window.opens)))

/** A day's responses whose review has just fallen due. */
export const due = (of: Day): Retention<"review-due"> => {
  const active = retain(of)
  const standing = standsOn(active, active.facts.dueOn)
  if (standing.state !== "review-due") throw new Error("the review did not fall due")
  return standing
}

export const overdue = (of: Day): Retention<"review-overdue"> => {
  const state: RetentionState = due(of)
  const standing = standsOn(state, daysAfter(state.facts.dueOn, 30))
  if (standing.state !== "review-overdue") throw new Error("the review is not overdue")
  return standing
}

export const now = (collection: CollectionNow["Service"]["collection"], extracts: readonly ExtractState[] = []) =>
  Layer.succeed(CollectionNow, CollectionNow.of({ collection, extracts }))

/** A rehearsal that is ended today, whenever today is. */
export const closingToday = Effect.gen(function* () {
  const { state } = yield* foundOpen(notOpen(), yield* today)
  return (yield* closeRehearsal("rehearsal", state)).state
}).pipe(Effect.provideService(CollectionWindow, "always"), Effect.orDie)
