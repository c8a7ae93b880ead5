/** Says why a collection is not closed and what to do; completed steps stay, and no field can hold an answer. */
import { Schema } from "effect"

export class AlreadyClosed extends Schema.TaggedError<AlreadyClosed>()("AlreadyClosed", { on: Schema.String }) {
  override get message() {
    return `The collection was closed on ${this.on}. Nothing was done: it cannot be closed twice or reopened.`
  }
}

export class NothingCollected extends Schema.TaggedError<NothingCollected>()("NothingCollected", {}) {
  override get message() {
    return "No answer has ever arrived here. There is nothing to close."
  }
}

export class StillOpen extends Schema.TaggedError<StillOpen>()("StillOpen", {}) {
  override get message() {
    return "The window has not ended. Nothing was closed. Wait for its last day to pass, or let a supervisor close early with --by."
  }
}

export class DaysRemain extends Schema.TaggedError<DaysRemain>()("DaysRemain", {
  reasons: Schema.Array(Schema.String),
}) {
  override get message() {
    return [
      "The collection takes no more answers, but some days could not be transferred. It is not closed. Fix this, then close again:",
      ...this.reasons,
    ].join("\n")
  }
}

export class ResidueFound extends Schema.TaggedError<ResidueFound>()("ResidueFound", {
  files: Schema.Array(Schema.String),
}) {
  override get message() {
    return [
      "Every answer has arrived, but these files hold remains or cannot be read. The collection is not closed. Find them with ask -- scan, remove them, then close again:",
      ...this.files,
    ].join("\n")
  }
}

/** A certificate covers both stores. */
export class NotScanned extends Schema.TaggedError<NotScanned>()("NotScanned", {}) {
  override get message() {
    return "The final scan did not see both stores. The collection is not closed. Make both readable here, then close again."
  }
}

/** Without its postcodes the final scan would look only for made-up ones, and find nothing. */
export class GeographyDamaged extends Schema.TaggedError<GeographyDamaged>()("GeographyDamaged", {}) {
  override get message() {
    return "The imported geography, which the final scan needs, is damaged. Nothing was closed. Import it with ask -- geography import FILE…, then close again."
  }
}
