/** Reads the released texts of unlocked days: nothing else of a child's words leaves the store for analysis. */
import { Effect } from "effect"
import { today } from "../../policy/civil-day.ts"
import { type Cleaned, cleanedTexts } from "../../policy/cleaning/cleaned.ts"
import { isUnlocked, ReadsLocked, type Unlocked } from "../../policy/custody/unlock.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { textDigest } from "../evidence/text-digest.ts"

export const readCleaned = Effect.fn("FreeText.readCleaned")(function* (
  evidence: Evidence["Service"],
  unlocked: readonly Unlocked[],
) {
  const on = yield* today
  if (unlocked.some((each) => !isUnlocked(each) || each.on !== on))
    return yield* new ReadsLocked({ rule: "retention-reviewed-after-two-years", because: "review-overdue" })
  const recorded = new Map((yield* evidence.released.recorded).map(({ of, digest }) => [of, digest]))
  const all: Cleaned[] = []
  for (const { of } of unlocked) {
    const texts = yield* evidence.released.of(of)
    const day = { of, texts, digest: textDigest(texts), recorded: recorded.get(of) }
    all.push(...(yield* Effect.fromResult(cleanedTexts(day))))
  }
  return all
})
