/** Says how it is known who acts: signed in, freshly proved for this act, or only typed by an operator at a shell. */
import { Result, Schema } from "effect"
import type { Mode } from "../data/mode.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { PersonId } from "./member.ts"
import { type Power, powers } from "./power.ts"

/** `operator`: somebody who may run commands typed the id of the person. Nothing shows that it was the person. */
export const proofs = ["session", "fresh", "operator"] as const
export type Proof = (typeof proofs)[number]

const mark: unique symbol = Symbol("acting")

export interface Acting extends Unforgeable<typeof mark, "evidence-team-only"> {
  readonly person: PersonId
  readonly proof: Proof
}

const { make } = makerOf<Acting>(mark, "evidence-team-only")

export const acting = (person: PersonId, proof: Proof): Acting => make({ person, proof })

/** What cannot be undone, or widens what others see: it takes a proof for the act itself. */
const fresh: readonly Power[] = [
  "release-table",
  "widen-geography",
  "extend-retention",
  "destroy-data",
  "close-collection",
  "administer-access",
]
/** A second person's judgement: worth nothing if the first can give it. */
const signedIn: readonly Power[] = [...fresh, "check-output"]

const remedies = {
  "only-typed":
    "sign in on the staff pages, or run the command where it can ask: it prints a code, which the person types there",
  "not-fresh": "prove again that it is you, for this act: the page asks for your passkey",
} as const
export type NotProvenBecause = keyof typeof remedies
export const notProvenReasons = Object.keys(remedies) as readonly NotProvenBecause[]

export class NotProven extends Schema.TaggedError<NotProven>()("NotProven", {
  rule: Schema.Literal("evidence-team-only"),
  power: Schema.Literals(powers),
  because: Schema.Literals(notProvenReasons),
}) {
  override get message() {
    return `${this.power} needs proof of who acts (${this.because}), and nothing was done: ${remedies[this.because]}.`
  }
}

export const needsProof = (power: Power): boolean => signedIn.includes(power)

/** In a rehearsal a typed id is enough, and is recorded as *operator*: it proves nothing about a person. */
export const proven = (power: Power, { proof }: Acting, mode: Mode): Result.Result<Proof, NotProven> => {
  const refused = (because: NotProvenBecause) =>
    Result.fail(new NotProven({ rule: "evidence-team-only", power, because }))
  if (proof === "operator") return mode === "live" && needsProof(power) ? refused("only-typed") : Result.succeed(proof)
  return proof === "session" && fresh.includes(power) ? refused("not-fresh") : Result.succeed(proof)
}
