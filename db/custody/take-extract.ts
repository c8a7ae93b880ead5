/** Takes an extract of the collection for the processor: recorded before it is written, and written sealed or not at all. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { Effect, Schema, Stream } from "effect"
import type { Capability } from "../../policy/capability/capability.ts"
import { isDay } from "../../policy/civil-day.ts"
import { takeExtract } from "../../policy/custody/extract.ts"
import type { ExtractCategory } from "../../policy/custody/extract-draft.ts"
import { reopen } from "../../policy/response/reopen.ts"
import { formOf } from "../../surveys/forms.ts"
import { attempt } from "../attempt.ts"
import type { Collection } from "../collection/collection.ts"
import { openRow } from "../collection/open.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { collectionStateNow } from "./collection-state.ts"
import { extractLine, sealExtract } from "./seal-extract.ts"

export class NotOpenForExtracts extends Schema.TaggedError<NotOpenForExtracts>()("NotOpenForExtracts", {
  state: Schema.String,
}) {
  override get message() {
    return `The collection is ${this.state}, and an extract is taken of an open one. No extract was taken.`
  }
}

export interface ExtractOptions {
  readonly collection: Collection["Service"]
  readonly evidence: Evidence["Service"]
  readonly keys: PrivateKeys
  readonly capability: Capability<"take-extract">
  /** The processor's public key. */
  readonly recipient: Uint8Array
  readonly draft: { readonly reason: string; readonly expiresOn: string; readonly fields: readonly ExtractCategory[] }
  /** A new file. */
  readonly file: string
}

/** Answers whose key is gone stay out: nothing opens them. */
const linesOf = ({ collection, keys, draft }: ExtractOptions) =>
  Stream.runCollect(
    collection.responses.pipe(
      Stream.mapEffect(
        Effect.fnUntraced(function* (row) {
          const privateKey = yield* keys.read(row.day)
          if (privateKey === undefined || !isDay(row.day)) return []
          const opened = yield* Effect.ensuring(
            openRow(row, privateKey),
            Effect.sync(() => privateKey.fill(0)),
          )
          return [extractLine(yield* reopen(formOf(row.form), row.day, opened), draft.fields)]
        }),
      ),
    ),
  ).pipe(Effect.map((lines) => [...lines].flat()))

export const takeExtractOf = Effect.fn("Custody.takeExtractOf")(function* (options: ExtractOptions) {
  const { evidence, capability, recipient, draft, file } = options
  const state = yield* collectionStateNow(options)
  if (state.state !== "open") return yield* new NotOpenForExtracts({ state: state.state })
  const sealed = yield* sealExtract(yield* linesOf(options), recipient)
  const digest = createHash("sha256").update(sealed).digest("hex")
  const step = yield* takeExtract(capability, state, { ...draft, digest })
  yield* evidence.keepExtract(step)
  yield* attempt("data", () => writeFileSync(file, sealed, { flag: "wx", mode: 0o600, flush: true }))
  return step.state
})
