/** Verifies the ledger for a report, records the report in it, and states length and head for the next report to compare. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Option, Schema } from "effect"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { checkLedger, keepAnchor } from "../../db/evidence/ledger-anchor.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { Digest, digestOf } from "../../policy/record/digest.ts"
import { evidenceSource, isEvidenceHere, type StorageSettings } from "../deployment/storage.ts"
import { keepReport } from "./earlier-report.ts"

const Stated = Schema.Struct({ length: Schema.Int, head: Digest, report: Digest })
const readStated = Schema.decodeUnknownOption(Schema.fromJsonString(Stated))

/** The length and head that the last report in this folder states. */
const statedIn = (file: string) =>
  existsSync(file) ? Option.getOrUndefined(readStated(readFileSync(file, "utf8"))) : undefined

/** `report` is the text of report.json. Without an evidence store there is no ledger, and nothing is stated. */
export const recordReport = Effect.fn("Report.record")(function* (
  storage: StorageSettings,
  folder: string,
  report: string,
) {
  if (!isEvidenceHere(storage)) return undefined
  const { mode, dataDir } = storage
  const source = { ...evidenceSource(storage), isLongJob: true }
  const evidence = yield* openEvidence({ source, mode, upgrade: false })
  const file = join(folder, "ledger.json")
  const { length, head } = yield* checkLedger(evidence, dataDir, statedIn(file))
  const digest = digestOf(report)
  const on = yield* today
  const body = { report: digest, length, head: Digest.make(head), on }
  const end = yield* evidence.record(yield* decided({ kind: "report-made", body }))
  yield* keepAnchor(dataDir, end)
  yield* Effect.sync(() => keepReport(folder, report))
  yield* Effect.sync(() => writeFileSync(file, `${JSON.stringify({ ...end, report: digest })}\n`))
  return end
}, Effect.scoped)
