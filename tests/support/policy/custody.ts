/** Retention, extracts and the collection as tests walk them: who acts, what they hand over, and what must come of it. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { type Day, daysAfter, today } from "../../../policy/civil-day.ts"
import {
  type Collection,
  type CollectionState,
  closeRehearsal,
  foundOpen,
  notOpen,
  openCollection,
} from "../../../policy/custody/collection.ts"
import { confirmErased } from "../../../policy/custody/destroyed.ts"
import { confirmEmptied } from "../../../policy/custody/emptied.ts"
import type { ExtractState } from "../../../policy/custody/extract.ts"
import { type Retention, type RetentionState, retain, stateOn } from "../../../policy/custody/retention.ts"
import { seen } from "../../../policy/facts/fact.ts"
import type { Step } from "../../../policy/record/step.ts"
import { CollectionWindow, type Window } from "../../../policy/window.ts"
import { factsToday } from "./facts.ts"
import { digest, midday, personOf, wholeTeam, within } from "./team.ts"

export const window: Window = { opens: "2027-04-19", closes: "2027-05-19" }

/** Noon of that civil day. */
export const at = (civilDay: string) => TestClock.setTime(midday(civilDay))

/** Every member, trained again on that day. */
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

export const goneOf = (of: Day) => confirmErased({ of, residue: "none", scan: digest(`scan of ${of}`) })

export const opened: Effect.Effect<Step<Collection<"open">>> = Effect.gen(function* () {
  yield* at(window.opens)
  return yield* Effect.orDie(openCollection(notOpen()))
}).pipe(Effect.provide(everyone(window.opens)))

/** A day's responses whose review has just fallen due. */
export const due = (of: Day): Retention<"review-due"> => {
  const active = retain(of)
  const standing = stateOn(active, active.facts.dueOn)
  if (standing.state !== "review-due") throw new Error("the review did not fall due")
  return standing
}

export const overdue = (of: Day): Retention<"review-overdue"> => {
  const state: RetentionState = due(of)
  const standing = stateOn(state, daysAfter(state.facts.dueOn, 30))
  if (standing.state !== "review-overdue") throw new Error("the review is not overdue")
  return standing
}

/** A collection in this state, on the day of Effect's clock, in the window above. */
export const collectionFacts = (collection: CollectionState, extracts: readonly ExtractState[] = []) =>
  factsToday({ collection: seen(collection), extracts: seen(extracts), window: seen(window) })

/** A rehearsal that is ended today, whenever today is. */
export const closingToday = Effect.gen(function* () {
  const { state } = yield* foundOpen(notOpen(), yield* today)
  return (yield* closeRehearsal("rehearsal", state)).state
}).pipe(Effect.provideService(CollectionWindow, "always"), Effect.orDie)
