/** Says why a backup or restore stopped and what to do; nothing is replaced, and no field can hold an answer. */
import { Schema } from "effect"

export class BackupDamaged extends Schema.TaggedError<BackupDamaged>()("BackupDamaged", { file: Schema.String }) {
  override get message() {
    return `${this.file} of the backup is damaged, incomplete, missing or sealed with another retention key. Nothing was restored. Use another backup.`
  }
}

export class NotVerified extends Schema.TaggedError<NotVerified>()("NotVerified", { file: Schema.String }) {
  override get message() {
    return `${this.file} does not read back as it was written. There is no backup. Check the disk, then try again.`
  }
}

export class FolderTaken extends Schema.TaggedError<FolderTaken>()("FolderTaken", {}) {
  override get message() {
    return "That folder is not empty. No backup was made. Name a new or an empty folder."
  }
}

export class RetentionKeyGone extends Schema.TaggedError<RetentionKeyGone>()("RetentionKeyGone", {
  key: Schema.String,
}) {
  override get message() {
    return `The retention key ${this.key} of this backup is destroyed or missing. Nothing was restored. If it is only missing, bring it back to the private keys.`
  }
}

export class BackupOlder extends Schema.TaggedError<BackupOlder>()("BackupOlder", { file: Schema.String }) {
  override get message() {
    return `${this.file} was sealed by an earlier version, with one key for every day. Nothing was restored. Restore it with that version.`
  }
}

export class BackupOfMode extends Schema.TaggedError<BackupOfMode>()("BackupOfMode", {
  held: Schema.String,
  wanted: Schema.String,
}) {
  override get message() {
    return `This backup belongs to ${this.held}. It was not restored for ${this.wanted}: give MODE=${this.held} and a DATA_DIR of its own.`
  }
}

export class StoreThere extends Schema.TaggedError<StoreThere>()("StoreThere", { file: Schema.String }) {
  override get message() {
    return `${this.file} exists already. Nothing was restored or replaced. Give a new DATA_DIR with only the keys, or move that file away.`
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
    return `This backup holds ${store} from a file, but yours is in PostgreSQL. Nothing was restored. Leave out ${setting}.`
  }
}
