/** Why a proposal cannot be shown to be safe: in words, and never with a count that is withheld. */
import { Schema } from "effect"

export class Unsafe extends Schema.TaggedError<Unsafe>()("Unsafe", { reason: Schema.String }) {
  override get message(): string {
    return this.reason
  }
}
