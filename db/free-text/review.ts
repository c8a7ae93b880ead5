/** Offers the steps of a review to the staff process: the next text, a decision, undo and escalation; each view is in the ledger. */
import { DateTime, Effect, Schema } from "effect"
import { type Capability, exercise } from "../../policy/capability/capability.ts"
import type { Team } from "../../policy/capability/member.ts"
import type { NotGranted } from "../../policy/capability/standing.ts"
import { type ReviewOutcome, reviewText, type SpansRefused } from "../../policy/cleaning/review-text.ts"
import type { Detection, Detector } from "../../policy/free-text/detector.ts"
import { withPlaceholders } from "../../policy/free-text/placeholders.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { HeldText } from "../evidence/reviews.ts"
import type { TextKey } from "../evidence/texts.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"

export type Reviewer = Capability<"review-free-text">

/** The steps need the store, and the detector for its suggestions. */
export interface ReviewContext {
  readonly evidence: Evidence["Service"]
  readonly detector: Detector
}

export class LeaseEnded extends Schema.TaggedError<LeaseEnded>()("LeaseEnded", {
  because: Schema.Literals(["expired", "of-another"]),
}) {
  override get message() {
    const why = this.because === "expired" ? "The time for this text has passed" : "Another person reviews this text"
    return `${why}. Nothing was recorded. Take the next text.`
  }
}

export class NothingToUndo extends Schema.TaggedError<NothingToUndo>()("NothingToUndo", {}) {
  override get message() {
    return "Your last review was released, scanned again or reviewed by another person, or there is no such review. Nothing was changed."
  }
}

/** How long a reviewer has one text. */
const leaseMinutes = 10

/** What a screen shows of one text. The second of two people sees nothing of the first one's review. */
export interface ReviewView {
  readonly key: TextKey
  readonly words: string
  readonly suggested: Detection["spans"]
  readonly because: readonly string[]
  readonly concerns: readonly string[]
  readonly wants: Extract<ReviewOutcome, { readonly wants: unknown }>["wants"]
  /** An instant. */
  readonly until: string
}

const textDigest = ({ response, question }: TextKey) => digestOf(canonicalJson([response.toHex(), question]))

const bodyOf = (key: TextKey, { person, role }: Reviewer, on: string) => ({
  text: textDigest(key),
  by: role,
  member: digestOf(person),
  on,
})

const instants = Effect.map(DateTime.now, (now) => ({
  now: DateTime.formatIso(now),
  until: DateTime.formatIso(DateTime.add(now, { minutes: leaseMinutes })),
}))

/** Leases the most urgent text to this person, and records the view before it returns the words. */
export const nextText = Effect.fn("Review.next")(function* (
  { evidence, detector }: ReviewContext,
  reviewer: Reviewer,
): Effect.fn.Return<ReviewView | undefined, NotGranted | StoreUnavailable, Team | CollectionWindow> {
  const on = yield* exercise(reviewer)
  const times = yield* instants
  const text = yield* evidence.reviews.lease(reviewer.person, times)
  if (text === undefined || !("wants" in text.outcome)) return undefined
  const { response, question, words, because, concerns, outcome } = text
  const key = { response, question }
  yield* evidence.record(yield* decided({ kind: "text-viewed", body: bodyOf(key, reviewer, on) }))
  return {
    ...{ key, words, wants: outcome.wants, until: times.until },
    suggested: detector.detect(words).spans,
    because: JSON.parse(because),
    concerns: JSON.parse(concerns),
  }
})

const leased = Effect.fn("Review.leased")(function* (
  { evidence }: ReviewContext,
  { person }: Reviewer,
  key: TextKey,
): Effect.fn.Return<HeldText, LeaseEnded | StoreUnavailable> {
  const { now } = yield* instants
  const { lease, text } = yield* evidence.reviews.leased(key, person, now)
  if (lease !== "own") return yield* new LeaseEnded({ because: lease })
  return text ?? (yield* new LeaseEnded({ because: "expired" }))
})

/** `spans` are all that is to be replaced: accepted, relabelled or drawn by the reviewer. */
export const decide = Effect.fn("Review.decide")(function* (
  context: ReviewContext,
  reviewer: Reviewer,
  key: TextKey,
  spans: unknown,
): Effect.fn.Return<void, LeaseEnded | SpansRefused | NotGranted | StoreUnavailable, Team | CollectionWindow> {
  const on = yield* exercise(reviewer)
  const text = yield* leased(context, reviewer, key)
  const { words } = text
  const review = yield* reviewText(reviewer, words, spans)
  const found = context.detector.detect(words).spans
  yield* context.evidence.reviews.keep(yield* decided({ kind: "text-reviewed", body: bodyOf(key, reviewer, on) }), {
    ...{ text, review, on },
    cleanedBy: (counted) =>
      withPlaceholders(
        words,
        counted.map((span) => ({ ...span, risk: 1 })),
      ),
    isLeak: (counted) =>
      counted.some(({ start, end }) => !found.some((each) => each.start <= start && each.end >= end)),
  })
})

/** Takes back this person's last review, of whatever text, while its words are still in quarantine. */
export const undo = Effect.fn("Review.undo")(function* (
  { evidence }: ReviewContext,
  reviewer: Reviewer,
): Effect.fn.Return<void, NothingToUndo | NotGranted | StoreUnavailable, Team | CollectionWindow> {
  const on = yield* exercise(reviewer)
  const last = yield* evidence.reviews.last(reviewer.person)
  if (last === undefined) return yield* new NothingToUndo()
  yield* evidence.reviews.takeBack(
    yield* decided({ kind: "text-review-undone", body: bodyOf(last, reviewer, on) }),
    last,
  )
})

/** Hands the text to the safeguarding lead: it leaves the queue, and is neither reviewed nor released from it. */
export const escalate = Effect.fn("Review.escalate")(function* (
  context: ReviewContext,
  reviewer: Reviewer,
  key: TextKey,
): Effect.fn.Return<void, LeaseEnded | NotGranted | StoreUnavailable, Team | CollectionWindow> {
  const on = yield* exercise(reviewer)
  yield* leased(context, reviewer, key)
  const record = yield* decided({ kind: "text-escalated", body: bodyOf(key, reviewer, on) })
  yield* context.evidence.reviews.escalate(record, key, reviewer.person, on)
})
