/** Prints the sealed answers in clear, one line of canonical JSON each, in rehearsal and never in live. */
import { Console, Effect, Schema, Stream } from "effect"
import { Command } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import { openRow } from "../../db/collection/open.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import type { PrivateKeys } from "../../db/keys/private-keys.ts"
import type { SealedRow } from "../../db/sealed-row.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { Settings } from "../deployment/settings.ts"
import { collectionSource } from "../deployment/storage.ts"
import { missingHere } from "./missing-here.ts"
import { withSettings } from "./with-settings.ts"

class NotInLive extends Schema.TaggedError<NotInLive>()("NotInLive", {}) {
  override get message() {
    return "Live answers are opened only by the transfer and by a recorded extract. Nothing was opened: use ask -- open in rehearsal."
  }
}

class KeyMissing extends Schema.TaggedError<KeyMissing>()("KeyMissing", { day: Schema.String }) {
  override get message() {
    return `The private key of ${this.day} is not here. The answers of that day stay sealed. Restore the key, and try again.`
  }
}

// One call a row: tracing each would cost more than opening it.
const print = Effect.fnUntraced(function* (row: SealedRow, keys: PrivateKeys) {
  const privateKey = yield* keys.read(row.day)
  if (privateKey === undefined) return yield* new KeyMissing({ day: row.day })
  const opened = yield* openRow(row, privateKey)
  privateKey.fill(0)
  yield* Console.log(canonicalJson({ ...Object(opened), day: row.day }))
})

export const open = Command.make(
  "open",
  {},
  Effect.fn("ask.open")(function* () {
    const { storage } = yield* Settings
    if (storage.mode !== "rehearsal") {
      const missing = yield* missingHere
      if (missing.length > 0) yield* Console.error(["Before live can open:", ...missing].join("\n"))
      return yield* new NotInLive()
    }
    const keys = privateKeysOf(storage)
    const collection = yield* openCollection(
      { ...collectionSource(storage), readOnly: true, isLongJob: true },
      storage.mode,
    )
    yield* Stream.runForEach(collection.responses, (row) => print(row, keys))
  }, Effect.scoped),
).pipe(withSettings, Command.withDescription("Print the sealed answers in clear; in rehearsal only"))
