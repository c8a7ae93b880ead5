/** Explains why a table was refused, in one sentence that says what to do and contains no record. */
import { Schema } from "effect"

export class TableRefused extends Schema.TaggedError<TableRefused>()("TableRefused", { reason: Schema.String }) {
  override get message() {
    return this.reason
  }
}
