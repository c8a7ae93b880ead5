/** The collection is closed for good: nothing more is taken, all of it has arrived, and nothing of it is left on the disk. */
import { createHash } from "node:crypto"
import { Effect, type Scope } from "effect"
import type { Capability } from "../../policy/capability/capability.ts"
import type { PersonId, Team } from "../../policy/capability/member.ts"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { isDay, today } from "../../policy/civil-day.ts"
import {
  type Collection as CollectionIn,
  type CollectionState,
  closeByClock,
  closeCollection,
  closeEarly,
  closeRehearsal,
  type ExtractStillOpen,
  foundOpen,
} from "../../policy/collection/collection-state.ts"
import { confirmEmptied } from "../../policy/collection/emptied.ts"
import { decided } from "../../policy/evidence/decision-record.ts"
import type { RuleViolation } from "../../policy/rule.ts"
import type { CollectionWindow, WindowClosed } from "../../policy/window.ts"
import { responsesOn } from "../collection/counts.ts"
import type { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Scanned } from "../residue/scan.ts"
import { AlreadyClosed, DaysRemain, NothingCollected, ResidueFound, StillOpen } from "./closing-refusals.ts"
import type { Transferring } from "./day.ts"
import { NotEmptied } from "./refusals.ts"
import { type TransferRefusal, transfer } from "./transfer.ts"

export interface Closing extends Transferring {
  readonly witnesses: readonly [PersonId, PersonId]
  /** A supervisor's leave to end the collection before its window does. */
  readonly early: Capability<"close-collection"> | undefined
  /** Of every file in which the collection ever lay, for its days too. */
  readonly scan: (days: readonly string[]) => Scanned
}

export type CloseRefusal =
  | TransferRefusal
  | NotGranted
  | WindowClosed
  | RuleViolation
  | ExtractStillOpen
  | AlreadyClosed
  | DaysRemain
  | NothingCollected
  | ResidueFound
  | StillOpen

const openedOf = Effect.fnUntraced(function* ({ collection, evidence }: Closing, state: CollectionIn<"not-open">) {
  const received = (yield* collection.counts).map(({ day }) => day)
  const arrived = (yield* evidence.arrivals.days).map(({ day }) => day)
  const first = [...received, ...arrived].filter(isDay).sort()[0]
  if (first === undefined) return yield* new NothingCollected()
  const step = yield* foundOpen(state, first)
  yield* evidence.keepCollection(step)
  return step.state
})

const closingOf = Effect.fnUntraced(function* (closing: Closing, state: CollectionIn<"open">) {
  const { mode, early, evidence } = closing
  const step =
    (yield* closeByClock(state)) ??
    (mode === "rehearsal" ? yield* closeRehearsal(mode, state) : early && (yield* closeEarly(early, state)))
  if (step === undefined) return yield* new StillOpen()
  yield* evidence.keepCollection(step)
  return step.state
})

const begun = Effect.fnUntraced(function* (closing: Closing, state: CollectionState) {
  if (state.state === "closed") return yield* new AlreadyClosed({ on: state.facts.closedOn })
  if (state.state === "closing") return state
  return yield* closingOf(closing, state.state === "open" ? state : yield* openedOf(closing, state))
})

const digestOf = (days: readonly (readonly [string, number, string])[]): string =>
  createHash("sha256").update(JSON.stringify(days.toSorted())).digest("hex")

/** Of what was opened, as it was counted on its way; and of what is held now, counted again, as each day's certificate has it. */
const bothEnds = Effect.fnUntraced(function* ({ evidence }: Closing) {
  const days = yield* evidence.arrivals.days
  const counts = yield* evidence.arrivals.counts
  const certified = yield* evidence.bodiesOf("day-transferred")
  return {
    sent: digestOf(days.map(({ day, responses, digest }) => [day, responses, digest])),
    received: digestOf(certified.map(({ of, digest }) => [of, responsesOn(counts, of), digest])),
  }
})

const emptied = Effect.fnUntraced(function* (closing: Closing) {
  const { collection, evidence, scan, witnesses } = closing
  yield* collection.dropExpiredTokens("9999-12-31")
  const left = yield* collection.counts
  if (left.length > 0 || !(yield* collection.truncateLog)) return yield* new NotEmptied({ day: left[0]?.day ?? "all" })
  const { found, unread, files: looked } = scan((yield* evidence.arrivals.days).map(({ day }) => day))
  const files = [...new Set([...found.map(({ file }) => file), ...unread])]
  if (files.length > 0) return yield* new ResidueFound({ files })
  const body = { on: yield* today, files: looked, traces: 0 }
  yield* evidence.record(yield* decided({ kind: "residue-scanned", body }))
  return yield* confirmEmptied({ ...(yield* bothEnds(closing)), residue: "none", witnesses })
})

/** What was refused can be put right, and the same asked again: nothing that is done is done twice. */
export const close = (
  closing: Closing,
): Effect.Effect<CollectionIn<"closed">, CloseRefusal | StoreUnavailable, Scope.Scope | CollectionWindow | Team> =>
  Effect.gen(function* () {
    const { collection, evidence } = closing
    const state = yield* begun(closing, yield* evidence.collection)
    yield* collection.beginClosing(state)
    const { refused } = yield* transfer(closing, "everything")
    if (refused.length > 0) return yield* new DaysRemain({ reasons: refused.map(({ message }) => message) })
    const step = yield* closeCollection(state, yield* evidence.extracts, yield* emptied(closing))
    yield* evidence.keepCollection(step)
    return step.state
  })
