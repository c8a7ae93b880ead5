/** Asks a sender for work before its submission, and checks the work: ALTCHA challenges under a key that only this process has. */
import { randomBytes, randomInt } from "node:crypto"
import { CappedMap, createChallenge, verifySolution } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/pbkdf2"
import { Clock, Context, Effect, Layer, Schema } from "effect"

const algorithm = "PBKDF2/SHA-256"
/** Rounds of each try: 0.2 ms on a fast machine, and about ten times that on an old tablet. */
const rounds = 1_000
/** Tries at most, and half of it on average. */
const tries = 2_000
/** Milliseconds for which a challenge can be answered. */
const life = 5 * 60 * 1000
const mostUsed = 200_000

const hex = (most: number) => Schema.String.check(Schema.isPattern(/^(?:[0-9a-f]{2})+$/), Schema.isMaxLength(most))

export const Challenge = Schema.Struct({
  parameters: Schema.Struct({
    algorithm: Schema.Literal(algorithm),
    cost: Schema.Literal(rounds),
    expiresAt: Schema.Int,
    keyLength: Schema.Literal(32),
    keyPrefix: hex(64),
    keySignature: hex(64),
    nonce: hex(64),
    salt: hex(64),
  }),
  signature: hex(64),
})
export type Challenge = typeof Challenge.Type

/** A challenge with its solution, as the page sends them back. */
export const Work = Schema.Struct({
  challenge: Challenge,
  solution: Schema.Struct({ counter: Schema.Int, derivedKey: hex(64) }),
})
export type Work = typeof Work.Type

const isChallenge = Schema.is(Challenge)

const make = () => {
  const secrets = { hmacSignatureSecret: randomBytes(32).toHex(), hmacKeySignatureSecret: randomBytes(32).toHex() }
  const used = new CappedMap<string, true>({ maxSize: mostUsed })

  const ask = (times: number, now: number) =>
    createChallenge({
      ...secrets,
      algorithm,
      cost: rounds,
      counter: randomInt(tries * times),
      deriveKey,
      expiresAt: Math.floor((now + life) / 1000),
    })

  return {
    /** A challenge of that many times the least work. */
    ask: (times: number): Effect.Effect<Challenge> =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.promise(() => ask(times, now))).pipe(
        Effect.flatMap((made) => (isChallenge(made) ? Effect.succeed(made) : Effect.die("not a challenge of ours"))),
      ),
    /** Whether it is work for a challenge of ours that has not expired and was not used before. */
    isDone: ({ challenge, solution }: Work): Effect.Effect<boolean> =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        if (challenge.parameters.expiresAt * 1000 <= now || used.has(challenge.signature)) return false
        const { verified } = yield* Effect.promise(() => verifySolution({ ...secrets, challenge, deriveKey, solution }))
        return verified && used.setIfAbsent(challenge.signature, true)
      }),
  }
}

export class WorkAsked extends Context.Service<WorkAsked, ReturnType<typeof make>>()("src/server/WorkAsked") {
  static readonly layer = Layer.sync(WorkAsked, make)
}
