/** Lets the person for whom a command acts prove it in the browser: prints a code, and waits until it is typed there. */
import { randomInt } from "node:crypto"
import { Console, Duration, Effect, Result, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../db/evidence/recorded-grant.ts"
import { acting, needsProof } from "../../policy/capability/acting.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import type { Power } from "../../policy/capability/power.ts"
import { Act, sessionLimits } from "../../policy/capability/session.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { DeploymentSettings } from "../deployment/settings.ts"

/** Without 0, O, 1, I and L, which look alike on paper and on a screen. */
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
const newCode = (): string => Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join("")

/** Milliseconds between two looks. */
const pause = 250

/** Nobody proved the act in time. */
export class Unproved extends Schema.TaggedError<Unproved>()("Unproved", {}) {
  override get message() {
    return "Nobody proved it in the browser within ten minutes. Nothing was done. Run the command again when the person is there."
  }
}

const deskOf = ({ deployment }: Pick<DeploymentSettings, "deployment">): string | undefined => deployment.staff?.origin

/** Waits for the person's fresh proof of this act. Where nobody can sign in, only the typed id is left. */
export const proved = Effect.fn("ask.proved")(function* (
  settings: Pick<DeploymentSettings, "deployment">,
  act: Act,
  person: PersonId,
) {
  const desk = deskOf(settings)
  if (desk === undefined) return acting(person, "operator")
  const { requests } = (yield* Evidence).access
  const code = newCode()
  const request = { digest: digestOf(code), person, act }
  yield* requests.ask(request)
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`
  yield* Console.error(`Prove it in the browser: ${person} opens ${desk}/staff/command and types ${typed}. Waiting…`)
  for (let waited = 0; waited < sessionLimits.request; waited += pause) {
    if (yield* requests.take(request)) return acting(person, "fresh")
    yield* Effect.sleep(Duration.millis(pause))
  }
  return yield* new Unproved()
})

/** Who acts, for a power: in live a power that needs proof waits for it. A person who is refused anyway is asked for none. */
export const provedBy = Effect.fn("ask.provedBy")(function* (
  settings: Pick<DeploymentSettings, "deployment">,
  power: Power,
  person: PersonId,
  subject: string,
) {
  const { mode } = yield* Evidence
  const who: Who = person
  if (mode === "rehearsal" || !needsProof(power)) return who
  if (Result.isFailure(yield* Effect.result(grant(power, person)))) return who
  return yield* proved(settings, Act.make(`${power}:${subject}`), person)
})

/** The power, for the person who proved it, recorded. */
export const provedGrant = Effect.fn("ask.provedGrant")(function* <const P extends Power>(
  settings: Pick<DeploymentSettings, "deployment">,
  power: P,
  person: PersonId,
  subject: string,
) {
  return yield* recordedGrant(power, yield* provedBy(settings, power, person, subject))
})
