/** Why a table was not made: one sentence with what to do, and never a record. */
import { Schema } from "effect"

export class TableRefused extends Schema.TaggedError<TableRefused>()("TableRefused", { reason: Schema.String }) {
  override get message() {
    return this.reason
  }
}
