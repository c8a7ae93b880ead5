/** Lists the working copies that the ledger records, with their deletions. */
import { Effect } from "effect"
import { recordedCopies } from "../../policy/custody/working-copy.ts"
import type { Evidence } from "./evidence.ts"

export const workingCopies = Effect.fn("Evidence.workingCopies")(function* ({
  bodiesOf,
}: Pick<Evidence["Service"], "bodiesOf">) {
  return recordedCopies(yield* bodiesOf("working-copy-made"), yield* bodiesOf("working-copy-deleted"))
})
