/** Closes the collection for good: stops it, transfers everything, and scans the disk for remains before it certifies. */
import { createHash } from "node:crypto"
import { Effect, type Scope } from "effect"
import type { Capability } from "../../policy/capability/capability.ts"
import type { Team } from "../../policy/capability/member.ts"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { closeCollection, type ExtractStillOpen } from "../../policy/custody/close-collection.ts"
import {
  type Collection as CollectionIn,
  type CollectionState,
  closeByClock,
  closeEarly,
  closeRehearsal,
} from "../../policy/custody/collection.ts"
import { confirmEmptied } from "../../policy/custody/emptied.ts"
import type { RuleViolation } from "../../policy/rule-violation.ts"
import type { CollectionWindow, WindowClosed } from "../../policy/window.ts"
import { attempt } from "../attempt.ts"
import { responsesOn } from "../collection/counts.ts"
import { collectionStateNow } from "../custody/collection-state.ts"
import type { Who } from "../evidence/recorded-grant.ts"
import { dayOf } from "../keys/civil-day.ts"
import { markClosed } from "../keys/closed-marker.ts"
import { keepPageKeys } from "../keys/page-keys.ts"
import { destroyTokenKey } from "../keys/token-key.ts"
import { keepWaitingKeys } from "../keys/waiting-keys.ts"
import { type ResidueReport, recordResidue } from "../residue/report.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { AlreadyClosed, DaysRemain, NothingCollected, NotScanned, ResidueFound, StillOpen } from "./closing-refusals.ts"
import type { TransferOptions } from "./context.ts"
import { NotEmptied } from "./refusals.ts"
import { type TransferRefusal, transfer } from "./transfer.ts"
import { findWitnesses, personOf, recordWitnesses, type WitnessUnknown, type WitnessUnproved } from "./witnesses.ts"

export interface CloseOptions extends TransferOptions {
  readonly witnesses: readonly [Who, Who]
  /** A supervisor's permission to end the collection before its window ends. */
  readonly early: Capability<"close-collection"> | undefined
  /** Scans both stores and every file of the deployment, also for rows of the given days. */
  readonly scan: (days: readonly string[]) => Effect.Effect<ResidueReport, StoreUnavailable>
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
  | NotScanned
  | WitnessUnknown
  | WitnessUnproved

const closingOf = Effect.fn("Close.begin")(function* (options: CloseOptions, state: CollectionIn<"open">) {
  const { mode, early, evidence } = options
  const step =
    (yield* closeByClock(state)) ??
    (mode === "rehearsal" ? yield* closeRehearsal(mode, state) : early && (yield* closeEarly(early, state)))
  if (step === undefined) return yield* new StillOpen()
  yield* evidence.keepCollection(step)
  return step.state
})

const closingState = Effect.fn("Close.state")(function* (options: CloseOptions, state: CollectionState) {
  if (state.state === "closed") return yield* new AlreadyClosed({ on: state.facts.closedOn })
  if (state.state === "closing") return state
  const found = yield* collectionStateNow(options)
  if (found.state !== "open") return yield* new NothingCollected()
  return yield* closingOf(options, found)
})

const digestOf = (days: readonly (readonly [string, number, string])[]): string =>
  createHash("sha256").update(JSON.stringify(days.toSorted())).digest("hex")

/** Digests both ends: the responses as they were opened, and the stored responses counted again with each day's certificate. */
const bothEnds = Effect.fn("Close.bothEnds")(function* ({ evidence }: CloseOptions) {
  const days = yield* evidence.arrivals.days
  const counts = yield* evidence.arrivals.counts
  const certified = yield* evidence.bodiesOf("day-transferred")
  return {
    sent: digestOf(days.map(({ day, responses, digest }) => [day, responses, digest])),
    received: digestOf(certified.map(({ of, digest }) => [of, responsesOn(counts, of), digest])),
  }
})

const emptied = Effect.fn("Close.emptied")(function* (options: CloseOptions) {
  const { collection, evidence, scan } = options
  const [first, second] = options.witnesses
  yield* collection.dropExpiredTokens("9999-12-31")
  const left = yield* collection.counts
  if (left.length > 0 || !(yield* collection.clearLog)) return yield* new NotEmptied({ day: left[0]?.day ?? "all" })
  const result = yield* scan((yield* evidence.arrivals.days).map(({ day }) => day))
  const scanned = new Set(result.stores.map(({ store }) => store))
  if (!scanned.has("collection") || !scanned.has("evidence")) return yield* new NotScanned()
  yield* recordResidue(evidence, result)
  // A child's own words are kept until a person has cleaned them, and may hold a postcode until then.
  const traces = result.found.filter(({ what }) => what !== "postcode in free text")
  const files = [...new Set([...traces.map(({ file }) => file), ...result.unread])]
  if (files.length > 0) return yield* new ResidueFound({ files })
  return yield* confirmEmptied({
    ...(yield* bothEnds(options)),
    residue: "none",
    witnesses: [personOf(first), personOf(second)],
  })
})

/** From here on no key is made. Hashes of tokens can be compared with nothing; no page and no survey that waits can be opened again. */
const endServiceKeys = (dataDir: string): void => {
  markClosed(dataDir)
  destroyTokenKey(dataDir)
  keepPageKeys(dataDir, dayOf(Date.now()))
  keepWaitingKeys(dataDir, dayOf(Date.now()))
}

/** Can be repeated after a refusal: completed steps are not done twice. */
export const close = Effect.fn("Close.close")(function* (
  options: CloseOptions,
): Effect.fn.Return<CollectionIn<"closed">, CloseRefusal, Scope.Scope | CollectionWindow | Team> {
  const { collection, evidence } = options
  const witnesses = yield* findWitnesses(evidence, options.witnesses)
  const state = yield* closingState(options, yield* evidence.collection)
  yield* collection.beginClosing(state)
  yield* attempt("keys", () => endServiceKeys(options.dataDir))
  const { refused } = yield* transfer(options, "everything")
  if (refused.length > 0) return yield* new DaysRemain({ reasons: refused.map(({ message }) => message) })
  const step = yield* closeCollection(state, yield* evidence.extracts, yield* emptied(options))
  yield* recordWitnesses(evidence, witnesses)
  yield* evidence.keepCollection(step)
  return step.state
})
