/** When every byte that the stores leave was last looked at, and whether anything was found, for audits. */
import { Context } from "effect"
import type { DecisionRecord } from "./decision-record.ts"

export class LastScan extends Context.Service<
  LastScan,
  Extract<DecisionRecord, { readonly kind: "residue-scanned" }>["body"]
>()("policy/evidence/LastScan") {}
