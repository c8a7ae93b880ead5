/** A row that carries a key that would find the same child again. */
import type { ResponseTable } from "../../db/collection/schema.ts"
import { unlinkableRow } from "../../policy/rules/responses-are-anonymous-and-final.ts"

declare const row: ResponseTable & { readonly pupil_key: string }
export const kept = unlinkableRow(row)
