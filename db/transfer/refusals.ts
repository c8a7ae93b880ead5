/** Why a transfer stops, and what to do: nothing is lost by stopping, and no field could hold an answer. */
import { Schema } from "effect"

export class TransferRunning extends Schema.TaggedError<TransferRunning>()("TransferRunning", {}) {
  override get message() {
    return "Another transfer is running here: let it end."
  }
}

export class KeyMissing extends Schema.TaggedError<KeyMissing>()("KeyMissing", { day: Schema.String }) {
  override get message() {
    return `The private key of ${this.day} is not here: without it that day's answers do not open. Bring it back to where private keys are kept; nothing of that day was moved. If it is gone for good, follow "A key is lost" in SECURITY.md.`
  }
}

export class NobodyGivesUp extends Schema.TaggedError<NobodyGivesUp>()("NobodyGivesUp", {}) {
  override get message() {
    return "Answers are given up by a supervisor alone: say --by with the id that the controller's list has for one."
  }
}

/** Sealed rows of a day whose key is destroyed come from an old copy. */
export class DayComplete extends Schema.TaggedError<DayComplete>()("DayComplete", { day: Schema.String }) {
  override get message() {
    return `${this.day} was transferred and its key destroyed, and yet the collection holds sealed answers of it: it was restored from an old backup. They are in the evidence store already, and nothing can open them.`
  }
}

export class NotAsSent extends Schema.TaggedError<NotAsSent>()("NotAsSent", { day: Schema.String }) {
  override get message() {
    return `What the evidence store holds of ${this.day} is not what was sent: nothing more was removed and the key is kept. Compare the store with its backup.`
  }
}

export class NotBackedUp extends Schema.TaggedError<NotBackedUp>()("NotBackedUp", { day: Schema.String }) {
  override get message() {
    return `The sealed files of ${this.day} in DATA_DIR/backups do not hold what arrived, and could not be made anew: nothing more was removed and the key is kept. Check the disk, and transfer again.`
  }
}

export class NotEmptied extends Schema.TaggedError<NotEmptied>()("NotEmptied", { day: Schema.String }) {
  override get message() {
    return `${this.day} has arrived, and the collection could not be emptied of it because another process was using it: transfer again.`
  }
}
