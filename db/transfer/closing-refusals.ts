/** Why a collection is not closed, and what to do: whatever was done by then stays done, and no field could hold an answer. */
import { Schema } from "effect"

export class AlreadyClosed extends Schema.TaggedError<AlreadyClosed>()("AlreadyClosed", { on: Schema.String }) {
  override get message() {
    return `The collection was closed on ${this.on}: it cannot be closed twice, and nothing reopens it.`
  }
}

export class NothingCollected extends Schema.TaggedError<NothingCollected>()("NothingCollected", {}) {
  override get message() {
    return "No answer was ever taken here: there is nothing to close."
  }
}

export class StillOpen extends Schema.TaggedError<StillOpen>()("StillOpen", {}) {
  override get message() {
    return "The window has not ended: wait for its last day to pass, or let a supervisor close early with --by."
  }
}

export class DaysRemain extends Schema.TaggedError<DaysRemain>()("DaysRemain", {
  reasons: Schema.Array(Schema.String),
}) {
  override get message() {
    return [
      "Nothing more is taken, but not all of it could be transferred. Put this right and close again:",
      ...this.reasons,
    ].join("\n")
  }
}

export class ResidueFound extends Schema.TaggedError<ResidueFound>()("ResidueFound", {
  files: Schema.Array(Schema.String),
}) {
  override get message() {
    return [
      "Everything has arrived, but something is left in these files, or they cannot be read; ask -- scan says where. Remove them and close again:",
      ...this.files,
    ].join("\n")
  }
}

/** The scan at the end would look for made-up postcodes alone, and find nothing. */
export class GeographyDamaged extends Schema.TaggedError<GeographyDamaged>()("GeographyDamaged", {}) {
  override get message() {
    return "The imported geography is damaged, and the scan that ends a collection looks for its postcodes: import it again with ask -- geography import FILE…, then close. Nothing is closed yet."
  }
}
