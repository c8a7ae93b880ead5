/** Shows a public key only once its private key is safe and matches it; a public key that outlives its private key shows a loss. */
import { join } from "node:path"
import { DeserializeError } from "@hpke/core"
import { Effect } from "effect"
import { attempt } from "../attempt.ts"
import { suite } from "../collection/suite.ts"
import { UnexpectedError } from "../unexpected-error.ts"
import { destroyKey, keepKey, readKey } from "./key-file.ts"
import { KeyDamaged, KeyLost, type KeyTrouble } from "./key-trouble.ts"
import type { PrivateKeys } from "./private-keys.ts"

export const publicKeyFile = (dataDir: string, id: string): string => join(dataDir, "keys", "public", `${id}.key`)

/** Returns the public key, and makes the pair if there never was one. */
export const keepPair = Effect.fn("Keys.keepPair")(function* (
  keys: PrivateKeys,
  dataDir: string,
  id: string,
): Effect.fn.Return<Uint8Array, KeyTrouble> {
  const file = publicKeyFile(dataDir, id)
  const stored = yield* keys.read(id)
  const shown = yield* attempt("keys", () => readKey(file))
  if (stored === undefined && shown !== undefined) return yield* new KeyLost({ key: id })
  const privateKey = stored ?? (yield* keys.keep(id, yield* newPrivateKey))
  const publicKey = yield* publicKeyOf(id, privateKey)
  privateKey.fill(0)
  return yield* attempt("keys", () => {
    if (shown !== undefined && Buffer.compare(shown, publicKey) !== 0) destroyKey(file)
    return keepKey(file, publicKey)
  })
})

/** Destroys the private key last: nothing is sealed to a public key that is no longer shown. */
export const destroyPair = Effect.fn("Keys.destroyPair")(function* (keys: PrivateKeys, dataDir: string, id: string) {
  yield* attempt("keys", () => destroyKey(publicKeyFile(dataDir, id)))
  yield* keys.destroy(id)
})

const newPrivateKey = Effect.promise(async () => {
  const { privateKey } = await suite.kem.generateKeyPair()
  return new Uint8Array(await suite.kem.serializePrivateKey(privateKey))
})

export const publicKeyOf = (id: string, privateKey: Uint8Array): Effect.Effect<Uint8Array, KeyDamaged> =>
  Effect.tryPromise({
    try: async () => {
      const jwk = await crypto.subtle.exportKey("jwk", await suite.kem.deserializePrivateKey(privateKey))
      return new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))
    },
    catch: (error) => {
      if (error instanceof DeserializeError) return new KeyDamaged({ key: id })
      throw new UnexpectedError(error)
    },
  })
