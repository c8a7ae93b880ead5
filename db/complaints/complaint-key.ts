/** Keeps the one key pair to which complaints are sealed; after a close none is made, and one that was made stays. */
import { Effect } from "effect"
import { attempt } from "../attempt.ts"
import { isClosed } from "../keys/closed-marker.ts"
import { readKey } from "../keys/key-file.ts"
import { keepPair, publicKeyFile } from "../keys/key-pair.ts"
import type { KeyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"

export const complaintKeyId = "complaints"

/** The public key; `undefined` where the collection closed before there was one. */
export const keepComplaintKey = Effect.fn("Keys.keepComplaintKey")(function* (
  dataDir: string,
  keys: PrivateKeys,
): Effect.fn.Return<Uint8Array | undefined, KeyTrouble> {
  const isLate = yield* attempt("keys", () => isClosed(dataDir))
  if (isLate) return yield* attempt("keys", () => readKey(publicKeyFile(dataDir, complaintKeyId)))
  return yield* keepPair(keys, dataDir, complaintKeyId)
})
