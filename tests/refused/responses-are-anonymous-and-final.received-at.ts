/** A row that says at what moment it came. */
import type { ResponseTable } from "../../db/collection/schema.ts"
import { unlinkableRow } from "../../policy/rules/responses-are-anonymous-and-final.ts"

declare const row: ResponseTable & { readonly received_at: string }
export const kept = unlinkableRow(row)
