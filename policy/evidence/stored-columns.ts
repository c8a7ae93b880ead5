/** Every column of every table and view that the stores really have, as their own catalogues tell it. */
import { Context } from "effect"

export interface StoredColumn {
  readonly store: "collection" | "evidence"
  readonly table: string
  readonly column: string
}

export class StoredColumns extends Context.Service<StoredColumns, readonly StoredColumn[]>()(
  "policy/evidence/StoredColumns",
) {}
