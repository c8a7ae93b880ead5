/** What the ledger says of one kind of thing, in the order in which it was recorded. */
import { Schema } from "effect"
import { DecisionRecord, type RecordKind } from "../../policy/evidence/decision-record.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceTables } from "./schema.ts"

export type Body<K extends RecordKind> = Extract<DecisionRecord, { readonly kind: K }>["body"]

const read = Schema.decodeUnknownSync(DecisionRecord)

export const bodiesOf = async <K extends RecordKind>(
  { db }: Connection<EvidenceTables>,
  wanted: K,
): Promise<readonly Body<K>[]> => {
  const rows = db.selectFrom("ledger").select(["kind", "body"]).where("kind", "=", wanted).orderBy("seq")
  return (await rows.execute()).map(({ kind, body }) => read({ kind, body: JSON.parse(body) }).body as Body<K>)
}
