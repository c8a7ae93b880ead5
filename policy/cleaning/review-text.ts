/** Lets a person clean a text by the spans to replace, and decides when enough people have: nobody types the cleaned words. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { PersonId, Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { spanKinds } from "../free-text/patterns/match.ts"
import { withPlaceholders } from "../free-text/placeholders.ts"
import type { RuleId } from "../rule-id.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { CollectionWindow } from "../window.ts"
import type { Risk } from "./scan-text.ts"

const Offset = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_000 }))

/** In UTF-16 units of the words. */
const ReviewedSpan = Schema.Struct({ start: Offset, end: Offset, kind: Schema.Literals(spanKinds) }).check(
  Schema.makeFilter(({ start, end }) => start < end || "a span has at least one character"),
)
export type ReviewedSpan = typeof ReviewedSpan.Type

/** The spans in order, without overlap; an empty list says that nothing identifies anybody. */
export const ReviewedSpans = Schema.Array(ReviewedSpan).check(
  Schema.isMaxLength(200),
  Schema.makeFilter(
    (spans) => spans.every(({ start }, at) => at === 0 || start >= (spans[at - 1]?.end ?? 0)) || "spans overlap",
  ),
)

export const readReviewedSpans = Schema.decodeUnknownResult(ReviewedSpans, { onExcessProperty: "error" })

export class SpansRefused extends Schema.TaggedError<SpansRefused>()("SpansRefused", {}) {
  override get message() {
    return "The marked spans overlap, are empty, or reach past the text. Nothing was recorded. Mark them again."
  }
}

export interface TextReview {
  readonly person: PersonId
  readonly spans: readonly ReviewedSpan[]
}

const mark: unique symbol = Symbol("reviewed-text")

/** One person's review of one text. */
export interface ReviewedText<Rule extends RuleId = "free-text-cleaned-before-analysis">
  extends Unforgeable<typeof mark, Rule> {
  readonly person: PersonId
  readonly spans: readonly ReviewedSpan[]
  readonly cleaned: string
}

const { make } = makerOf<ReviewedText>(mark, "free-text-cleaned-before-analysis")

/** The only function that makes a `ReviewedText`. */
export const reviewText = Effect.fn("Cleaning.reviewText")(function* (
  capability: Capability<"review-free-text">,
  words: string,
  input: unknown,
): Effect.fn.Return<ReviewedText, NotGranted | SpansRefused, Team | CollectionWindow> {
  yield* exercise(capability)
  const spans = yield* Effect.mapError(Effect.fromResult(readReviewedSpans(input)), () => new SpansRefused())
  if (spans.some(({ end }) => end > words.length)) return yield* new SpansRefused()
  const cleaned = withPlaceholders(
    words,
    spans.map((span) => ({ ...span, risk: 1 })),
  )
  return make<ReviewedText>({ person: capability.person, spans, cleaned })
})

/** Two people review the top band, and a part of all others, drawn by the random id of the response. */
export const reviewersOf = (risk: Risk, response: Uint8Array): 1 | 2 => (risk === 3 || isDoubled(response) ? 2 : 1)

/** 20 of 256 values: 7.8 %. */
const isDoubled = (response: Uint8Array): boolean => (response.at(-1) ?? 255) < 20

/** Who is wanted next, or the review that counts. */
export type ReviewOutcome =
  | { readonly wants: "first" | "second" | "adjudicator" }
  | { readonly decided: readonly ReviewedSpan[] }

const same = (one: readonly ReviewedSpan[], other: readonly ReviewedSpan[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end, kind }, at) => {
    const its = other[at]
    return its?.start === start && its.end === end && its.kind === kind
  })

/** In the order of reviewing, each by another person. Where two differ, a third person's review counts. */
export const reviewOutcome = (needed: 1 | 2, reviews: readonly TextReview[]): ReviewOutcome => {
  const [first, second, third] = reviews
  if (first === undefined) return { wants: "first" }
  if (needed === 1) return { decided: first.spans }
  if (second === undefined) return { wants: "second" }
  if (same(first.spans, second.spans)) return { decided: first.spans }
  return third === undefined ? { wants: "adjudicator" } : { decided: third.spans }
}
