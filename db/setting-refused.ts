/** Names the setting without which a database could lose or keep answers against the rules. */
import { Schema } from "effect"

export class SettingRefused extends Schema.TaggedError<SettingRefused>()("SettingRefused", {
  setting: Schema.String,
  wanted: Schema.String,
  found: Schema.String,
}) {
  override get message() {
    return `The database has ${this.setting} at ${this.found}, but ${this.wanted} is needed. The store was not opened. Change that setting, or use another database.`
  }
}
