/** `ask -- open`: in rehearsal alone, the sealed answers read back, a line of canonical JSON each. */
import { Effect, Schema, Stream } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openRow } from "../../db/collection/open.ts"
import type { SealedRow } from "../../db/collection/schema.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { keyTrouble } from "../../db/keys/key-trouble.ts"
import type { PrivateKeys } from "../../db/keys/private-keys.ts"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import { collectionSource, type Place } from "../launcher/place.ts"
import { exitCode } from "./exit-code.ts"

export const open = async (place: Place): Promise<number> => {
  if (place.mode !== "rehearsal") {
    console.error("Live answers are opened by the transfer to the evidence store alone: use ask -- open in rehearsal.")
    return 1
  }
  return exitCode(
    Effect.gen(function* () {
      const keys = privateKeysOf(place)
      const collection = yield* openCollection({ ...collectionSource(place), readOnly: true }, place.mode)
      yield* Stream.runForEach(collection.responses, (row) => print(row, keys))
      return 0
    }).pipe(Effect.scoped),
  )
}

class KeyMissing extends Schema.TaggedError<KeyMissing>()("KeyMissing", { day: Schema.String }) {
  override get message() {
    return `The private key of ${this.day} is not here: without it that day's answers do not open.`
  }
}

const print = (row: SealedRow, keys: PrivateKeys) =>
  Effect.gen(function* () {
    const privateKey = yield* Effect.try({ try: () => keys.read(row.day), catch: keyTrouble })
    if (privateKey === undefined) return yield* new KeyMissing({ day: row.day })
    const opened = yield* openRow(row, privateKey)
    privateKey.fill(0)
    console.log(canonicalJson({ ...Object(opened), day: row.day }))
  })
