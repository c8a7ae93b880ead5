/** Defines what the steps of a transfer need: the stores, the keys, the options, and where they report progress. */
import type { Effect } from "effect"
import type { NotGranted } from "../../policy/capability/standing.ts"
import type { Day } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import type { SealingBatches } from "../backup/day-batches.ts"
import type { Collection } from "../collection/collection.ts"
import type { Opener } from "../collection/open.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { ReadDetector } from "../free-text/scan-waiting.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import type { ReportProgress } from "./progress.ts"

export interface TransferOptions {
  readonly collection: Collection["Service"]
  readonly evidence: Evidence["Service"]
  readonly mode: Mode
  readonly dataDir: string
  /** By default the keys in the folder of private keys. */
  readonly keys?: PrivateKeys
  /** Days whose keys are lost for good. Their rows stay, and other days are transferred regardless. */
  readonly lost?: readonly string[]
  readonly abandoning?: Abandonment | undefined
  readonly progress: ReportProgress
  /** Reads the detector that scans the children's own words as they arrive. */
  readonly detector: ReadDetector
  /** Rows in one batch: few enough for memory, and to let the writer in between batches. */
  readonly batchSize?: number
}

/** The options with the keys and what all days share. */
export interface PreparedTransfer extends TransferOptions {
  readonly keys: PrivateKeys
  readonly batches: Omit<SealingBatches, "retention">
}

/** A supervisor's decision to abandon the answers of one day that no key opens. */
export interface Abandonment {
  readonly day: string
  /** The decision as the ledger records it. */
  readonly decide: (responses: number) => Effect.Effect<DecisionRecord, NotGranted>
}

/** A file that this transfer sealed. */
export interface SealedBatch {
  readonly file: string
  readonly digest: string
  readonly responses: number
  /** This batch's part of the day's digest. */
  readonly sum: string
}

/** What the transfer of one day needs. */
export interface TransferContext {
  readonly day: Day
  readonly collection: Collection["Service"]
  readonly evidence: Evidence["Service"]
  readonly open: Opener
  readonly digest: (responses: Iterable<string>) => string
  readonly abandoning?: Abandonment | undefined
  readonly progress: ReportProgress
  readonly detector: ReadDetector
  /** How arriving batches are sealed again before their rows are removed. */
  readonly batches: SealingBatches
  readonly sealed: SealedBatch[]
}
