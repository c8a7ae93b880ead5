/** Makes `Cleaned`: a detector has read the words and a person has looked at them; then the raw words are destroyed. */
import { Effect } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import { RuleViolation } from "../rule.ts"
import type { Cleaned } from "../stage.ts"
import type { RawText, Span } from "./raw-text.ts"

/** What a detector found. `detector` is its name and version, without which a text counts as never scanned. */
export class Scanned {
  readonly raw: RawText
  readonly detector: string
  readonly found: readonly Span[]
  readonly #made = true

  private constructor(raw: RawText, detector: string, found: readonly Span[]) {
    this.raw = raw
    this.detector = detector
    this.found = found
  }

  static readonly by = (detector: string, raw: RawText, found: readonly Span[]): Scanned =>
    new Scanned(raw, detector, found)

  static readonly isOne = (value: object): boolean => #made in value
}

const refusal = (remedy: string): RuleViolation =>
  new RuleViolation({ rule: "free-text-cleaned-before-analysis", remedy })

/**
 * Releases a text, and the only function that does. `decided` are the spans that the reviewer took out, the detector's or
 * others. Fails when nobody entitled has reviewed it, when no detector has read it, or when its words are gone already.
 */
export const release = Effect.fnUntraced(function* (
  scanned: Scanned,
  reviewer: Capability<"review-free-text">,
  decided: readonly Span[],
) {
  if (!Scanned.isOne(scanned) || scanned.detector.trim() === "")
    return yield* refusal("let a detector read the text first")
  const reviewedOn: string = yield* exercise(reviewer)
  const text = scanned.raw.without(decided)
  if (text === undefined) return yield* refusal("the raw words are destroyed: use the clean text that was released")
  scanned.raw.destroy()
  const removed: Cleaned["removed"] = decided.map(({ as }) => as)
  return { text, detector: scanned.detector, reviewedOn, removed } as Cleaned
})
