/** What the ledger says has arrived of each day: the certificates of transfer, as they were recorded. */
import { Schema } from "effect"
import { DecisionRecord } from "../../policy/evidence/decision-record.ts"
import type { Connection } from "../connect.ts"
import type { EvidenceTables } from "./schema.ts"

export type Certificate = Extract<DecisionRecord, { readonly kind: "day-transferred" }>["body"]

const read = Schema.decodeUnknownSync(DecisionRecord)

export const certifiedIn = async ({ db }: Connection<EvidenceTables>): Promise<readonly Certificate[]> => {
  const rows = await db.selectFrom("ledger").select(["kind", "body"]).where("kind", "=", "day-transferred").execute()
  return rows.flatMap(({ kind, body }) => {
    const record = read({ kind, body: JSON.parse(body) })
    return record.kind === "day-transferred" ? [record.body] : []
  })
}
