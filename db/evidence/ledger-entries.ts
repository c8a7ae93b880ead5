/** Reads the ledger's entries of one kind, in the order in which they were recorded. */
import { Effect, Schema } from "effect"
import { DecisionRecord, type RecordKind } from "../../policy/record/decision-record.ts"
import type { EvidenceStore } from "./evidence-store.ts"

export type Body<K extends RecordKind> = Extract<DecisionRecord, { readonly kind: K }>["body"]

const readBody = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))
const readRecord = Schema.decodeUnknownEffect(DecisionRecord)

export const bodiesOf = Effect.fn("Evidence.bodiesOf")(function* <K extends RecordKind>(
  { run, inconsistent }: EvidenceStore,
  wanted: K,
) {
  const rows = yield* run("entriesOfKind", ({ db }) =>
    db.selectFrom("ledger").select(["kind", "body"]).where("kind", "=", wanted).orderBy("seq").execute(),
  )
  return yield* Effect.forEach(rows, ({ kind, body }) =>
    readBody(body).pipe(
      Effect.flatMap((read) => readRecord({ kind, body: read })),
      Effect.map((record) => record.body as Body<K>),
    ),
  ).pipe(Effect.mapError(inconsistent))
})
