/** Why a backup is not made or not restored, and what to do: nothing is replaced, and no field could hold an answer. */
import { Schema } from "effect"

export class BackupDamaged extends Schema.TaggedError<BackupDamaged>()("BackupDamaged", { file: Schema.String }) {
  override get message() {
    return `${this.file} of the backup is damaged, cut short or missing, or was not sealed with this retention key: nothing was restored. Use another backup.`
  }
}

export class NotVerified extends Schema.TaggedError<NotVerified>()("NotVerified", { file: Schema.String }) {
  override get message() {
    return `What was written as ${this.file} does not read back as it was: there is no backup. Check the disk, and try again.`
  }
}

export class FolderTaken extends Schema.TaggedError<FolderTaken>()("FolderTaken", {}) {
  override get message() {
    return "That folder holds something already: name a folder that is new or empty."
  }
}

export class RetentionKeyGone extends Schema.TaggedError<RetentionKeyGone>()("RetentionKeyGone", {
  key: Schema.String,
}) {
  override get message() {
    return `The retention key ${this.key} to which this backup is sealed is not here: it was destroyed with the data, or is to be brought back to where private keys are kept. Nothing was restored.`
  }
}

export class BackupOfMode extends Schema.TaggedError<BackupOfMode>()("BackupOfMode", {
  held: Schema.String,
  wanted: Schema.String,
}) {
  override get message() {
    return `This backup is of ${this.held} and is not restored for ${this.wanted}: give MODE=${this.held}, and a DATA_DIR of its own.`
  }
}

export class StoreThere extends Schema.TaggedError<StoreThere>()("StoreThere", { file: Schema.String }) {
  override get message() {
    return `${this.file} is there already, and a restore replaces nothing: give a fresh DATA_DIR with the keys alone, or move that file away first.`
  }
}

const elsewhere = {
  collection: { store: "a collection", setting: "DATABASE_URL" },
  evidence: { store: "an evidence store", setting: "EVIDENCE_DATABASE_URL" },
} as const

export class StoreElsewhere extends Schema.TaggedError<StoreElsewhere>()("StoreElsewhere", {
  of: Schema.Literals(["collection", "evidence"]),
}) {
  override get message() {
    const { store, setting } = elsewhere[this.of]
    return `This backup holds ${store} kept in a file, and the one here is kept in PostgreSQL: leave out ${setting}.`
  }
}
