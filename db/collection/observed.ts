/** What the audit of the window looks at, read from the collection: what cannot be read is not there, and not checked. */
import { Effect, Layer } from "effect"
import { DaysOfReceipt } from "../../policy/evidence/days-of-receipt.ts"
import type { Collection } from "./collection.ts"

export const observedDays = ({ counts }: Pick<Collection["Service"], "counts">): Layer.Layer<never> =>
  Layer.unwrap(
    counts.pipe(
      Effect.map((held) => Layer.succeed(DaysOfReceipt, [...new Set(held.map(({ day }) => day))])),
      Effect.orElseSucceed(() => Layer.empty),
    ),
  )
