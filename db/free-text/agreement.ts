/** Measures how far reviewers agree on the texts that two of them reviewed blind. */
import { Effect } from "effect"
import { alpha, kappa, type Pair, type SpanPair, spanF1 } from "../../policy/cleaning/agreement.ts"
import type { ReviewedSpan } from "../../policy/cleaning/review-text.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { TextReviewTable } from "../evidence/schema.ts"

const spansIn = ({ spans }: TextReviewTable): readonly ReviewedSpan[] => JSON.parse(spans)

/** The first two reviews of each text: a third person saw that they differ. */
const pairsOf = (reviews: readonly TextReviewTable[]): readonly SpanPair[] =>
  [...Map.groupBy(reviews, ({ response, question }) => `${response.toHex()} ${question}`).values()].flatMap(
    ([first, second]): readonly SpanPair[] =>
      first === undefined || second === undefined ? [] : [[spansIn(first), spansIn(second)]],
  )

const labelOf = (spans: readonly ReviewedSpan[]): string => (spans.length > 0 ? "identifying" : "clean")

/** Kappa and alpha are of the text as a whole: whether anything in it identifies somebody. */
export const reviewAgreement = Effect.fn("FreeText.agreement")(function* ({ reviews }: Evidence["Service"]) {
  const texts = pairsOf(yield* reviews.doubled)
  const labels = texts.map(([one, other]): Pair => [labelOf(one), labelOf(other)])
  return { texts: texts.length, kappa: kappa(labels), alpha: alpha(labels), spans: spanF1(texts) }
})
