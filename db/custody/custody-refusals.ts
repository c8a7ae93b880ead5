/** Says why the retention of a day was not changed and what to do; no field can hold an answer. */
import { Schema } from "effect"

export class NoSuchDay extends Schema.TaggedError<NoSuchDay>()("NoSuchDay", { day: Schema.String }) {
  override get message() {
    return `The evidence store has no answers of ${this.day}. Nothing was changed. See the days with ask -- retention list.`
  }
}

export class NotInReview extends Schema.TaggedError<NotInReview>()("NotInReview", {
  day: Schema.String,
  state: Schema.String,
}) {
  override get message() {
    return `The answers of ${this.day} are ${this.state}, so this decision cannot be made now. Nothing was changed. See ask -- retention list.`
  }
}

export class DayIncomplete extends Schema.TaggedError<DayIncomplete>()("DayIncomplete", { day: Schema.String }) {
  override get message() {
    return `The transfer of ${this.day} has not ended, so its answers were not destroyed. Run ask -- transfer first.`
  }
}

/** A copy would outlive the answers that it holds. */
export class CopiesOut extends Schema.TaggedError<CopiesOut>()("CopiesOut", { copies: Schema.Array(Schema.String) }) {
  override get message() {
    return `Working copies of answers still exist: ${this.copies.join(", ")}. Nothing was destroyed. Delete them, then run ask -- working-copy certify.`
  }
}

/** An earlier version sealed every day to one key: with it, old backups open a destroyed day. */
export class FormerKeyHere extends Schema.TaggedError<FormerKeyHere>()("FormerKeyHere", {}) {
  override get message() {
    return "The key `retention` of an earlier version opens old backups of every day. Nothing was destroyed. Run ask -- backup --to FOLDER --end-old-key first."
  }
}

export class StillReadable extends Schema.TaggedError<StillReadable>()("StillReadable", {
  day: Schema.String,
  files: Schema.Array(Schema.String),
  /** Whether a database has some of the files, which only it may remove. */
  inDatabase: Schema.Boolean,
}) {
  override get message() {
    if (this.inDatabase)
      return [
        `Files of the database still hold removed answers of ${this.day}. No certificate was made. Drop tables with copies, then run ask -- retention destroy again:`,
        ...this.files,
      ].join("\n")
    return [
      `Answers of ${this.day} were removed, but these files still hold some or cannot be read. No certificate was made. Remove them, then run ask -- retention destroy again:`,
      ...this.files,
    ].join("\n")
  }
}

export class StoreInUse extends Schema.TaggedError<StoreInUse>()("StoreInUse", {}) {
  override get message() {
    return "Another process or session reads the evidence store: removed answers stay on the disk, without a certificate. End it, then run ask -- retention destroy again."
  }
}

/** Steps of retention wait for a person: a wrong clock must destroy nothing. */
export class ClockJumped extends Schema.TaggedError<ClockJumped>()("ClockJumped", {
  from: Schema.String,
  to: Schema.String,
}) {
  override get message() {
    return `The clock went from ${this.from} to ${this.to}. No answers were destroyed. Correct it, or confirm the date: ask -- retention confirm-date --by ID.`
  }
}
