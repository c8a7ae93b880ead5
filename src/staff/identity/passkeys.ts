/** Proves who somebody is by a passkey: a key in the person's device, which a fingerprint, a face or a PIN unlocks. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server"
import { Effect, Schema } from "effect"
import type { Passkey } from "../../../db/access/passkeys.ts"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import { type Challenges, rememberChallenges } from "../challenges.ts"
import { hostOf, type StaffPlace } from "../place.ts"
import { type Identity, NotProved } from "./identity.ts"

const Text = Schema.String.check(Schema.isMaxLength(10_000))
const Signed = Schema.Struct({
  id: Text,
  response: Schema.Struct({ clientDataJSON: Text }),
})
const ClientData = Schema.fromJsonString(Schema.Struct({ challenge: Text }))

const notSigned = new NotProved({ because: "not-signed" })
const refuse = (because: NotProved["because"]) => Effect.fail(new NotProved({ because }))

/** The id of the key, and the challenge that it says it answers: neither is believed before the signature is. */
const read = Effect.fnUntraced(
  function* (answer: unknown) {
    const { id, response } = yield* Schema.decodeUnknownEffect(Signed)(answer)
    const text = Buffer.from(response.clientDataJSON, "base64url").toString()
    const { challenge } = yield* Schema.decodeUnknownEffect(ClientData)(text)
    return { id, challenge }
  },
  Effect.mapError(() => notSigned),
)

/** The library throws for each fault that it finds; its words could repeat what a stranger sent. */
const checked = <A>(work: () => Promise<A>) => Effect.tryPromise({ try: work, catch: () => notSigned })

export const passkeysAt = (place: StaffPlace, challenges: Challenges = rememberChallenges()) => {
  const rpID = hostOf(place)
  const expected = (challenge: string) => ({
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  })

  /** Reads an answer whose question was asked for this purpose, and not answered before. */
  const answered = Effect.fnUntraced(function* (answer: unknown, purpose: string) {
    const found = yield* read(answer)
    if (!(yield* challenges.take(found.challenge, purpose))) return yield* refuse("asked-for-nothing")
    return found
  })

  const identity: Identity = {
    ask: Effect.fn("Passkeys.ask")(function* (purpose: string) {
      const options = yield* Effect.promise(() =>
        generateAuthenticationOptions({ rpID, userVerification: "required", timeout: 120_000 }),
      )
      yield* challenges.remember(options.challenge, purpose)
      return options
    }),

    prove: Effect.fn("Passkeys.prove")(function* (answer: unknown, purpose: string) {
      const { id, challenge } = yield* answered(answer, purpose)
      const { passkeys } = (yield* Evidence).access
      const passkey = yield* passkeys.find(id)
      if (passkey === undefined) return yield* refuse("unknown-key")
      const { publicKey, counter } = passkey
      const { verified, authenticationInfo } = yield* checked(() =>
        verifyAuthenticationResponse({
          ...expected(challenge),
          response: answer as AuthenticationResponseJSON,
          credential: { id, publicKey, counter },
        }),
      )
      if (!verified || !authenticationInfo.userVerified) return yield* notSigned
      const used = { credential: id, counter: authenticationInfo.newCounter }
      if (!(yield* passkeys.used(used))) return yield* refuse("copied-key")
      return passkey.person
    }),
  }

  return {
    ...identity,

    /** What a browser is to make a key for; the person is known by a random id, in the device too. */
    askToEnrol: Effect.fn("Passkeys.askToEnrol")(function* (person: PersonId, purpose: string) {
      const options = yield* Effect.promise(() =>
        generateRegistrationOptions({
          ...{ rpName: "The Big Ask", rpID, userName: person, userDisplayName: person },
          userID: new Uint8Array(Buffer.from(person, "hex")),
          attestationType: "none",
          authenticatorSelection: { residentKey: "required", userVerification: "required" },
        }),
      )
      yield* challenges.remember(options.challenge, purpose)
      return options
    }),

    /** A key that was made for this person just now, and unlocked by a person. */
    enrolled: Effect.fn("Passkeys.enrolled")(function* (answer: unknown, person: PersonId, purpose: string) {
      const { challenge } = yield* answered(answer, purpose)
      const { verified, registrationInfo } = yield* checked(() =>
        verifyRegistrationResponse({ ...expected(challenge), response: answer as RegistrationResponseJSON }),
      )
      if (!verified) return yield* notSigned
      const { id: credential, publicKey, counter } = registrationInfo.credential
      return { credential, person, publicKey: new Uint8Array(publicKey), counter } satisfies Passkey
    }),
  }
}

export type Passkeys = ReturnType<typeof passkeysAt>
