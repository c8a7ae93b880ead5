/** Before rows are deleted, they are in the evidence store and in sealed backup files, which together hold exactly the day. */
import { Effect } from "effect"
import { attempt } from "../attempt.ts"
import { batchFiles, type DayBatch, dropBatches, readBatch, sealBatch } from "../backup/day-batches.ts"
import { digestOf } from "../backup/seal-file.ts"
import { canonicalKept } from "../evidence/kept-response.ts"
import { noResponses, plus } from "../response-digest.ts"
import type { TransferContext } from "./context.ts"
import { NotBackedUp } from "./refusals.ts"

const batchSize = 1_000

/** Seals a batch before its rows are removed. */
export const backUpBatch = Effect.fn("Transfer.backUpBatch")(function* (context: TransferContext, batch: DayBatch) {
  const { day, batches, progress, sealed } = context
  const { responses, sum } = batch
  sealed.push({ ...(yield* sealBatch(batches, day, batch)), responses: responses.length, sum })
  yield* progress({ kind: "backed-up", day, responses: responses.length })
})

interface Expected {
  readonly digest: string
  readonly responses: number
}

/** Reads the day's files and compares all that they hold; a file that does not open makes them incomplete. */
const areComplete = Effect.fn("Transfer.areFilesComplete")(
  function* ({ day, batches, digest }: TransferContext, expected: Expected) {
    let sum = noResponses
    let responses = 0
    for (const file of batchFiles(batches.dataDir, day)) {
      const batch = yield* readBatch(batches.retention, day, file)
      sum = plus(sum, digest(batch.responses.map(canonicalKept)))
      responses += batch.responses.length
    }
    return sum === expected.digest && responses === expected.responses
  },
  Effect.orElseSucceed(() => false),
)

/** Compares only the bytes: this transfer compared the files with the responses when it sealed them. */
const areAsSealed = Effect.fn("Transfer.areFilesAsSealed")(
  function* ({ day, batches, sealed }: TransferContext, expected: Expected) {
    if (sealed.reduce((sum, each) => plus(sum, each.sum), noResponses) !== expected.digest) return false
    if (sealed.reduce((sum, { responses }) => sum + responses, 0) !== expected.responses) return false
    if (batchFiles(batches.dataDir, day).length !== sealed.length) return false
    for (const { file, digest } of sealed) if ((yield* digestOf(file, batches.retention)) !== digest) return false
    return true
  },
  Effect.orElseSucceed(() => false),
)

/** Rebuilds the day's backup from the evidence store, then deletes the old files. */
const rebuild = Effect.fn("Transfer.rebuildBackup")(function* ({ day, evidence, batches, digest }: TransferContext) {
  const before = batchFiles(batches.dataDir, day)
  let after: Uint8Array = new Uint8Array()
  let afterSealed: Uint8Array = new Uint8Array()
  for (;;) {
    const page = yield* evidence.arrivals.ofDay(day, after, batchSize)
    const sealed = yield* evidence.arrivals.sealedOfDay(day, afterSealed, batchSize)
    afterSealed = sealed.at(-1) ?? afterSealed
    if (page.length > 0)
      yield* sealBatch(batches, day, { responses: page, sealed, sum: digest(page.map(canonicalKept)) })
    const last = page.at(-1)
    if (last === undefined || page.length < batchSize) break
    after = last.response.id
  }
  yield* attempt("backups", () => dropBatches(batches.dataDir, day, before))
})

/** An interrupted transfer may have left a batch without its file, or with two. The store has just been verified. */
export const backUpDay = Effect.fn("Transfer.backUpDay")(function* (context: TransferContext, expected: Expected) {
  const { day, progress } = context
  if (!(yield* areAsSealed(context, expected)) && !(yield* areComplete(context, expected))) {
    yield* rebuild(context)
    if (!(yield* areComplete(context, expected))) return yield* new NotBackedUp({ day })
  }
  yield* progress({ kind: "backup-verified", day, responses: expected.responses })
})
