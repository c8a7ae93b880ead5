/** Counts what each network has sent in this hour, under a keyed hash of it whose secret is redrawn hourly: no address is kept. */
import { createHmac, randomBytes } from "node:crypto"
import { Clock, Context, Effect, Layer } from "effect"
import type { AddressOf } from "./client-address.ts"
import { networkOf } from "./network.ts"

declare const mark: unique symbol

/** Means nothing outside this process, and nothing after the hour. */
export type Sender = string & { readonly [mark]: true }

const hour = 60 * 60 * 1000
/** About 12 MB. Networks beyond it share one count, so that a sender of many addresses gains nothing. */
const mostSenders = 100_000

const hashed = (secret: Uint8Array, network: string): Sender =>
  createHmac("sha256", secret).update(network).digest("base64") as Sender

const make = (addressOf: AddressOf, most: number) => {
  let secret = randomBytes(32)
  let until = 0
  let counts = new Map<string, number>()

  const inThisHour = <A>(look: () => A): Effect.Effect<A> =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      if (now >= until || now < until - hour) {
        secret.fill(0)
        secret = randomBytes(32)
        counts = new Map()
        until = now + hour
      }
      return look()
    })
  const counted = (sender: Sender): string => (counts.has(sender) || counts.size < most ? sender : "others")

  return {
    /** The only place that sees an address. All requests without one are one sender. */
    of: (request: Request): Effect.Effect<Sender> =>
      inThisHour(() => hashed(secret, networkOf(addressOf(request) ?? ""))),
    /** How many of its submissions were let through in this hour. */
    sent: (sender: Sender): Effect.Effect<number> => inThisHour(() => counts.get(counted(sender)) ?? 0),
    count: (sender: Sender): Effect.Effect<void> =>
      inThisHour(() => {
        const name = counted(sender)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }),
  }
}

export class Senders extends Context.Service<Senders, ReturnType<typeof make>>()("src/server/Senders") {
  static readonly layer = (addressOf: AddressOf, most = mostSenders) => Layer.sync(Senders, () => make(addressOf, most))
}
