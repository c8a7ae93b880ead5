/** Refuses a store that serves the other mode: rehearsal and live never share one. */
import { Schema } from "effect"

export class WrongMode extends Schema.TaggedError<WrongMode>()("WrongMode", {
  stored: Schema.String,
  wanted: Schema.String,
}) {
  override get message() {
    return `This store belongs to ${this.stored}. It was not opened for ${this.wanted}: give ${this.wanted} its own DATA_DIR or DATABASE_URL, or start in ${this.stored}.`
  }
}
