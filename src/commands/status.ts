/** Shows how many answers there are, by day and form, in bands and never as an exact number. */
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { complaintsReceived } from "../../db/complaints/received.ts"
import { type Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { workingCopies } from "../../db/evidence/working-copies.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import { isAbsent } from "../../db/store-unavailable.ts"
import { today } from "../../policy/civil-day.ts"
import { complaintNotices } from "../../policy/custody/complaint.ts"
import { isOverdue } from "../../policy/custody/extract.ts"
import { noticeSentences, retentionNotices } from "../../policy/custody/retention-notice.ts"
import { overdueCopies, overdueSentence } from "../../policy/custody/working-copy.ts"
import { seen, seenOr } from "../../policy/facts/fact.ts"
import { look } from "../../policy/facts/look.ts"
import { Settings } from "../deployment/settings.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { countTable } from "./count-table.ts"
import { geographyInUseLines } from "./geography.ts"
import { withSettings } from "./with-settings.ts"

const sealedCounts = (storage: StorageSettings) =>
  openCollection({ ...collectionSource(storage), readOnly: true }, storage.mode).pipe(
    Effect.flatMap(({ counts }) => counts),
    Effect.catchIf(isAbsent, () => Effect.succeed<readonly Count[]>([])),
  )

/** Those of a collection that cannot be read are left out: another line of the status says why. */
const overdueComplaints = (storage: StorageSettings) =>
  Effect.gen(function* () {
    const { complaints } = yield* openCollection({ ...collectionSource(storage), readOnly: true }, storage.mode)
    return complaintsReceived(yield* complaints.all)
  }).pipe(
    Effect.scoped,
    (read) => look("the complaints", read, seen),
    Effect.zipWith(today, (all, on) => complaintNotices(seenOr(all, []), on)),
  )

/** Keys that this account may not read are checked by the keeper every night. */
const lostKeyDays = (storage: StorageSettings, sealed: readonly Count[]): Effect.Effect<readonly string[]> =>
  lostKeys(
    privateKeysOf(storage),
    storage.dataDir,
    sealed.map(({ day }) => day),
  ).pipe(Effect.orElseSucceed(() => []))

const lostSentence = (lost: readonly string[]): string =>
  `The private key of ${lost.join(", ")} is LOST. Nobody can open the answers that are sealed to it. Follow "A key is lost" in SECURITY.md.`

/** The counts, and what retention, extracts and working copies need: a review, a destruction, a certificate of deletion. */
const dueAndCounts = Effect.fn("Status.due")(function* (evidence: Evidence["Service"]) {
  const { arrivals, retentions, extracts } = evidence
  const on = yield* today
  const copies = overdueCopies(yield* workingCopies(evidence), on)
  const late = (yield* extracts).filter((extract) => isOverdue(extract, on))
  return {
    counts: yield* arrivals.counts,
    due: [
      ...noticeSentences(retentionNotices(yield* retentions, on)),
      ...late.map(({ facts }) => `Extract ${facts.id.slice(0, 8)} should have been deleted by ${facts.expiresOn}.`),
      ...copies.map(overdueSentence),
    ],
  }
})

/** Skips an evidence store that does not exist yet, or that is too old to have counts. */
const transferredCounts = (storage: StorageSettings) =>
  openEvidence({ source: { ...evidenceSource(storage), readOnly: true }, mode: storage.mode }).pipe(
    Effect.flatMap(dueAndCounts),
    Effect.orElseSucceed(() => undefined),
  )

export const status = Command.make(
  "status",
  {},
  Effect.fn("ask.status")(function* () {
    const { storage } = yield* Settings
    const sealed = yield* sealedCounts(storage)
    yield* Console.log(countTable(`Answers held in ${storage.mode}, in bands:`, sealed))
    const transferred = yield* transferredCounts(storage)
    if (transferred !== undefined) {
      yield* Console.log(`\n${countTable("Answers in the evidence store, in bands:", transferred.counts)}`)
      for (const sentence of transferred.due) yield* Console.log(`\n${sentence}`)
    }
    for (const sentence of yield* overdueComplaints(storage)) yield* Console.log(`\n${sentence}`)
    yield* Console.log(`\n${geographyInUseLines(storage)[0]}`)
    const lost = yield* lostKeyDays(storage, sealed)
    if (lost.length > 0) yield* Console.error(`\n${lostSentence(lost)}`)
  }, Effect.scoped),
).pipe(withSettings, Command.withDescription("Show how many answers there are, by form and day, in bands"))
