/** Seals a day's files again without the words of released texts, to a new key, and destroys the old key: no copy of the words opens. */
import { Effect } from "effect"
import type { Day } from "../../policy/civil-day.ts"
import { attempt } from "../attempt.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { KeptResponse } from "../evidence/kept-response.ts"
import { destroyPair, keepPair } from "../keys/key-pair.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { batchFiles, dropBatches, readBatch, type SealingBatches, sealBatch } from "./day-batches.ts"
import { labelOf } from "./label.ts"
import { dayRetentionKeyId, keepRetentionKey, nextRetentionKeyId, readRetentionKey } from "./retention-key.ts"

export interface ResealContext extends Omit<SealingBatches, "retention"> {
  readonly evidence: Evidence["Service"]
  readonly keys: PrivateKeys
}

/** A released text has its cleaned words in the place of its own. */
const withReleased = (
  responses: readonly KeptResponse[],
  released: ReadonlyMap<string, string>,
): readonly KeptResponse[] =>
  responses.map(({ response, words }) => ({
    response,
    words: words.map((own) => ({
      ...own,
      words: released.get(`${own.response.toHex()} ${own.question}`) ?? own.words,
    })),
  }))

const filesOf = Effect.fn("Backup.filesOf")(function* (dataDir: string, day: Day, fingerprint: string) {
  const own: string[] = []
  for (const file of batchFiles(dataDir, day)) if ((yield* labelOf(file)).label.key === fingerprint) own.push(file)
  return own
})

/** The last steps: from here on only the new key opens the day's files. */
const replaceKey = Effect.fn("Backup.replaceKey")(function* ({ keys, dataDir }: ResealContext, day: Day) {
  const [id, next] = [dayRetentionKeyId(day), nextRetentionKeyId(day)]
  const key = yield* keys.read(next)
  if (key === undefined) return
  yield* destroyPair(keys, dataDir, id)
  yield* keys.keep(id, key)
  key.fill(0)
  yield* keepPair(keys, dataDir, id)
  yield* destroyPair(keys, dataDir, next)
})

/** Can be repeated after an interruption at any step. */
export const resealDay = Effect.fn("Backup.resealDay")(function* (context: ResealContext, day: Day) {
  const { evidence, keys, dataDir } = context
  const current = yield* readRetentionKey(keys, dayRetentionKeyId(day))
  if (current === undefined) return yield* replaceKey(context, day)
  const next = yield* keepRetentionKey(keys, dataDir, nextRetentionKeyId(day))
  // Cut off after the new key took its place.
  if (next.fingerprint === current.fingerprint) return yield* destroyPair(keys, dataDir, nextRetentionKeyId(day))
  const former = yield* filesOf(dataDir, day, current.fingerprint)
  if (former.length > 0) {
    const half = yield* filesOf(dataDir, day, next.fingerprint)
    yield* attempt("backups", () => dropBatches(dataDir, day, half))
    const texts = yield* evidence.released.of(day)
    const released = new Map(texts.map(({ response, question, words }) => [`${response.toHex()} ${question}`, words]))
    for (const file of former) {
      const batch = yield* readBatch(current, day, file)
      const responses = withReleased(batch.responses, released)
      yield* sealBatch({ ...context, retention: next }, day, { ...batch, responses })
    }
    yield* attempt("backups", () => dropBatches(dataDir, day, former))
  }
  yield* replaceKey(context, day)
})
