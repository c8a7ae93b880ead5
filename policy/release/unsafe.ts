/** Why a proposal cannot be shown to be safe: in words, and never with a count that is withheld. */
import { Schema } from "effect"

export class Unsafe extends Schema.TaggedError<Unsafe>()("Unsafe", {
  reason: Schema.String,
  /** What to do, where that is known better than in general. */
  cure: Schema.optionalKey(Schema.String),
}) {
  override get message(): string {
    return this.reason
  }
}
