/** Says why a transfer stops and what to do; stopping loses nothing, and no field can hold an answer. */
import { Schema } from "effect"

export class KeyMissing extends Schema.TaggedError<KeyMissing>()("KeyMissing", { day: Schema.String }) {
  override get message() {
    return `The private key of ${this.day} is missing. Nothing of that day was moved. Bring it back, or follow "A key is lost" in SECURITY.md.`
  }
}

export class NobodyGivesUp extends Schema.TaggedError<NobodyGivesUp>()("NobodyGivesUp", {}) {
  override get message() {
    return "Only a supervisor may abandon answers. Nothing was abandoned. Add --by with a supervisor's id from the controller's list."
  }
}

/** Sealed rows of a day whose key is destroyed come from an old copy of the collection. */
export class DayComplete extends Schema.TaggedError<DayComplete>()("DayComplete", { day: Schema.String }) {
  override get message() {
    return `${this.day} was transferred and its key destroyed, but the collection holds sealed answers of it. Nothing was moved. The collection comes from an old backup.`
  }
}

export class NotAsSent extends Schema.TaggedError<NotAsSent>()("NotAsSent", { day: Schema.String }) {
  override get message() {
    return `The evidence store's responses of ${this.day} differ from those sent. Nothing more was removed, and the key remains. Compare the store with its backup.`
  }
}

export class NotBackedUp extends Schema.TaggedError<NotBackedUp>()("NotBackedUp", { day: Schema.String }) {
  override get message() {
    return `The sealed files of ${this.day} in DATA_DIR/backups are not complete. Nothing more was removed, and the key remains. Check the disk, then transfer again.`
  }
}

export class NotEmptied extends Schema.TaggedError<NotEmptied>()("NotEmptied", { day: Schema.String }) {
  override get message() {
    return `${this.day} has arrived, but the collection was not emptied, because another process uses it. Stop that process, then transfer again.`
  }
}
