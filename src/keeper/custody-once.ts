/** Runs the retention clock once: verifies the ledger, records reviews, destroys overdue days and old complaints, and ends. */
import { Effect } from "effect"
import { type ClockResult, runRetentionClock } from "../../db/custody/clock.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { workingCopies } from "../../db/evidence/working-copies.ts"
import { today } from "../../policy/civil-day.ts"
import { isOverdue } from "../../policy/custody/extract.ts"
import { noticeSentences, retentionNotices } from "../../policy/custody/retention-notice.ts"
import { overdueCopies, overdueSentence } from "../../policy/custody/working-copy.ts"
import { endComplaints, endedSentence } from "../complaints/end-retention.ts"
import { custodyOf } from "../deployment/custody.ts"
import { evidenceSource, storageFromEnv } from "../deployment/storage.ts"
import { runOnce } from "./run-once.ts"

const storage = storageFromEnv(process.env)
const { mode, dataDir } = storage

const destroyedSentence = ({ destroyed }: ClockResult): readonly string[] =>
  destroyed.length === 0 ? [] : [`Destroyed, because nobody decided in time: the answers of ${destroyed.join(", ")}.`]

const work: Parameters<typeof runOnce>[1] = Effect.gen(function* () {
  const source = { ...evidenceSource(storage), isLongJob: true }
  const evidence = yield* openEvidence({ source, mode, upgrade: false })
  const result = yield* runRetentionClock(custodyOf(storage, evidence))
  const complaints = yield* endComplaints(storage, evidence)
  const on = yield* today
  const late = (yield* evidence.extracts).filter((extract) => isOverdue(extract, on))
  const lateCopies = overdueCopies(yield* workingCopies(evidence), on)
  const sentences = [
    ...destroyedSentence(result),
    ...endedSentence(complaints),
    ...noticeSentences(retentionNotices(yield* evidence.retentions, on)),
    ...late.map(({ facts }) => `Extract ${facts.id.slice(0, 8)} should have been deleted by ${facts.expiresOn}.`),
    ...lateCopies.map(overdueSentence),
  ]
  if (sentences.length === 0) return { outcome: "idle", sentence: "the ledger is whole and no review is due." } as const
  return { outcome: "done", sentence: sentences.join(" ") } as const
})

await runOnce(dataDir, work)
