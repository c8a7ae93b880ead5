/** Opens a survey that was sealed on a device while it had no network; the keys of its day end with their life. */
import { createECDH } from "node:crypto"
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core"
import { Clock, Data, Effect } from "effect"
import { dayOf } from "../../db/keys/civil-day.ts"
import { lastDayOf } from "../../db/keys/waiting-keys.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { boundTo, encapsulatedLength, type WaitingKey, waitingLabel } from "../../policy/data/waiting-survey.ts"
import { Channel } from "./channel.ts"
import { isDeeperThan } from "./nesting.ts"

/** The key of its day is gone: nobody can open it any more. */
export class WaitedTooLong extends Data.TaggedError("WaitedTooLong") {}

/** It was altered, or was not sealed here for this form and token. */
export class NotSealedHere extends Data.TaggedError("NotSealedHere") {}

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const text = new TextEncoder()

/** Today's key, for a page that may lose its network; `undefined` before the keeper has sent it. */
export const waitingKeyNow: Effect.Effect<WaitingKey | undefined, never, Channel> = Effect.gen(function* () {
  const day = dayOf(yield* Clock.currentTimeMillis)
  const own = (yield* Channel).waitingKeys()[day]
  if (own === undefined) return undefined
  const pair = createECDH("prime256v1")
  pair.setPrivateKey(own)
  return { day, until: lastDayOf(day), key: pair.getPublicKey("base64") }
})

export interface Waiting {
  readonly form: FormId
  readonly token: string
  readonly day: string
  /** Base64 of the encapsulated key, then the ciphertext. */
  readonly sealed: string
}

/** An answer has four levels at most: a question, its row or list, its own words. */
const deepest = 4

const unseal = async ({ form, token, sealed }: Waiting, own: Uint8Array): Promise<unknown> => {
  const bytes = Uint8Array.from(Buffer.from(sealed, "base64"))
  const recipient = await suite.createRecipientContext({
    recipientKey: await suite.kem.deserializePrivateKey(own),
    enc: bytes.slice(0, encapsulatedLength),
    info: text.encode(waitingLabel),
  })
  const plain = new Uint8Array(await recipient.open(bytes.slice(encapsulatedLength), text.encode(boundTo(form, token))))
  const opened: unknown = JSON.parse(new TextDecoder().decode(plain))
  plain.fill(0)
  return opened
}

/** The answers as they were given: outside input, which `admit` must decode. */
export const openWaiting = Effect.fnUntraced(function* (
  waiting: Waiting,
): Effect.fn.Return<unknown, WaitedTooLong | NotSealedHere, Channel> {
  const today = dayOf(yield* Clock.currentTimeMillis)
  const own = lastDayOf(waiting.day) < today ? undefined : (yield* Channel).waitingKeys()[waiting.day]
  if (own === undefined) return yield* new WaitedTooLong()
  const opened = yield* Effect.tryPromise({ try: () => unseal(waiting, own), catch: () => new NotSealedHere() })
  return isDeeperThan(opened, deepest) ? yield* new NotSealedHere() : opened
})
