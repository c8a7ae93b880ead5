/** Refuses a row with the moment of receipt. */
import type { ResponseTable } from "../../db/collection/schema.ts"
import { unlinkableRow } from "../../policy/response/unlinkable.ts"

declare const row: ResponseTable & { readonly received_at: string }
export const kept = unlinkableRow(row)
