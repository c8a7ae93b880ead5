/** Stores decisions and answers for one deployment mode, each decision in one transaction with its ledger entry. */
import { Context, DateTime, Effect, Layer, Schema, type Scope, type Stream } from "effect"
import type { Member } from "../../policy/capability/member.ts"
import type { CollectionState } from "../../policy/custody/collection.ts"
import type { ExtractState } from "../../policy/custody/extract.ts"
import type { Retention, RetentionState } from "../../policy/custody/retention.ts"
import type { StoredColumn } from "../../policy/data/asset.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { Declared } from "../../policy/deployment/declaration.ts"
import type { DecisionRecord, RecordKind } from "../../policy/record/decision-record.ts"
import type { Anchor, LedgerBroken, LedgerKey, LedgerRow } from "../../policy/record/ledger.ts"
import type { Step } from "../../policy/record/step.ts"
import { type Access, accessOf } from "../access/access.ts"
import type { Source } from "../connect.ts"
import { type EvidenceInspection, type InspectionOptions, inspectEvidence } from "../inspection/inspect-evidence.ts"
import { type CannotOpenStore, openStore, type StoreKind } from "../store.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import { storedColumnsOf } from "../stored-columns.ts"
import { type Arrivals, arrivalsOf } from "./arrivals.ts"
import { declarationsOf, keepDeclaration } from "./declarations.ts"
import type { EvidenceStore, RecordDecision } from "./evidence-store.ts"
import { collectionOf, extractsOf, keepCollection, keepExtract } from "./extracts.ts"
import { beginLedger, ledgerRows, modeOf, record, verifyStored } from "./ledger.ts"
import { type Body, bodiesOf } from "./ledger-entries.ts"
import { teamIn } from "./members.ts"
import { isOlder, migrate } from "./migrations/migrate.ts"
import { type Outputs, outputsOf } from "./outputs.ts"
import { type ReleasedTexts, releasedTextsOf } from "./released-texts.ts"
import { type Answers, answersOf } from "./remove-answers.ts"
import { keepRetention, retentionsOf } from "./retention.ts"
import { type Reviews, reviewsOf } from "./reviews.ts"
import type { EvidenceTables } from "./schema.ts"
import { type Texts, textsOf } from "./texts.ts"

export interface EvidencePlace {
  readonly source: Source
  readonly mode: Mode
  /** With a key, only its holder can write the ledger and check it. */
  readonly ledgerKey?: LedgerKey
  /** False refuses a store that an older version made, and leaves it as it was. */
  readonly upgrade?: boolean
}

export class EvidenceOlder extends Schema.TaggedError<EvidenceOlder>()("EvidenceOlder", {}) {
  override get message() {
    return "An older version made this evidence store. Nothing was changed. Copy the store, then run ask -- transfer --upgrade."
  }
}

type Kept<A> = Effect.Effect<A, StoreUnavailable>

export class Evidence extends Context.Service<
  Evidence,
  {
    readonly record: (decision: DecisionRecord) => Kept<Anchor>
    readonly keepExtract: (step: Step<ExtractState>) => Kept<Anchor>
    readonly keepCollection: (step: Step<CollectionState>) => Kept<Anchor>
    readonly keepRetention: (step: Step<RetentionState>) => Kept<Anchor>
    /** Begins a day's two years. No person decides that, so nothing is recorded. */
    readonly retain: (state: Retention<"active">) => Kept<void>
    readonly keepDeclaration: (step: Step<Declared>) => Kept<Anchor>
    readonly keepMember: (member: Member) => Kept<void>
    readonly dropMember: (person: Member["person"]) => Kept<void>
    readonly members: Kept<readonly Member[]>
    /** In the order of recording, with those that were superseded or withdrawn. */
    readonly declarations: Kept<readonly Declared[]>
    readonly extracts: Kept<readonly ExtractState[]>
    readonly collection: Kept<CollectionState>
    readonly retentions: Kept<readonly RetentionState[]>
    readonly columns: Kept<readonly StoredColumn[]>
    readonly arrivals: Arrivals
    /** What was decided of the children's own words. */
    readonly texts: Texts
    readonly reviews: Reviews
    readonly released: ReleasedTexts
    /** Ends the answers of days at the end of their retention. */
    readonly answers: Answers
    readonly outputs: Outputs
    /** With which staff sign in. */
    readonly access: Access
    readonly mode: Mode
    readonly bodiesOf: <K extends RecordKind>(kind: K) => Kept<readonly Body<K>[]>
    readonly ledger: Stream.Stream<LedgerRow, StoreUnavailable>
    /** Reads all of the store, which takes a minute for half a million responses. */
    readonly inspect: (options: InspectionOptions) => Effect.Effect<EvidenceInspection>
    readonly verify: (anchor?: Anchor) => Effect.Effect<Anchor, LedgerBroken | StoreUnavailable>
  }
>()("big-ask/db/evidence/Evidence") {
  static readonly layer = (place: EvidencePlace) => Layer.effect(Evidence, openEvidence(place))
}

const now = Effect.map(DateTime.now, DateTime.formatIso)

const kindFor = ({ mode, ledgerKey }: EvidencePlace, at: string): StoreKind<EvidenceTables> => ({
  name: "evidence",
  span: "Evidence",
  modeOf,
  migrate,
  claimMode: (connection) => beginLedger(connection, mode, at, ledgerKey),
})

const refuseOlder = Effect.fn("Evidence.refuseOlder")(function* ({ run }: EvidenceStore) {
  if (yield* run("isOlder", isOlder)) return yield* new EvidenceOlder()
})

export const openEvidence = Effect.fn("Evidence.open")(function* (
  place: EvidencePlace,
): Effect.fn.Return<Evidence["Service"], CannotOpenStore | EvidenceOlder, Scope.Scope> {
  const { source, mode, ledgerKey, upgrade } = place
  const kind = kindFor(place, yield* now)
  const store = yield* openStore(kind, source, mode, (here) => (upgrade === false ? refuseOlder(here) : Effect.void))
  const { run, stream } = store
  const recorded: RecordDecision = (step, decision, change) =>
    Effect.flatMap(now, (at) => run(step, (here) => record(here, decision, at, ledgerKey, change)))
  return Evidence.of({
    record: (decision) => recorded("record", decision),
    keepExtract: ({ record, state }) => recorded("keepExtract", record, (writing) => keepExtract(writing, state)),
    keepCollection: ({ record, state }) =>
      recorded("keepCollection", record, (writing) => keepCollection(writing, state)),
    keepRetention: ({ record, state }) => recorded("keepRetention", record, (writing) => keepRetention(writing, state)),
    retain: (state) => run("retain", ({ db }) => db.transaction().execute((writing) => keepRetention(writing, state))),
    keepDeclaration: ({ record, state }) =>
      recorded("keepDeclaration", record, (writing) => keepDeclaration(writing, state)),
    declarations: declarationsOf(store),
    ...teamIn(store, recorded),
    extracts: extractsOf(store),
    collection: collectionOf(store),
    retentions: retentionsOf(store),
    columns: run("columns", (here) => storedColumnsOf("evidence", here)),
    arrivals: arrivalsOf(store, recorded),
    texts: textsOf(store),
    reviews: reviewsOf(store, recorded),
    released: releasedTextsOf(store, recorded),
    answers: answersOf(store),
    outputs: outputsOf(store, recorded),
    access: accessOf(store, recorded),
    mode,
    bodiesOf: (kind) => bodiesOf(store, kind),
    ledger: stream(ledgerRows),
    inspect: (options) => inspectEvidence(store, options),
    verify: (anchor) =>
      Effect.flatMap(
        run("verify", (here) => verifyStored(here, anchor, ledgerKey)),
        Effect.fromResult,
      ),
  })
})
