/** Lets a person prove, in the browser, an act that a command at a shell carries out in their name. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { needsProof } from "../../policy/capability/acting.ts"
import { type Power, powers } from "../../policy/capability/power.ts"
import { witnessing } from "../../policy/capability/session.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { fromForm } from "./input.ts"
import { page } from "./reply.ts"
import { codePage, provedPage, requestPage } from "./screens/approve.ts"
import { BadInput, NotForYou, proving, type SignedIn } from "./visit.ts"

/** As a command prints it, however it is typed. */
const Code = Schema.String.check(Schema.isPattern(/^[\sA-Za-z0-9-]{8,20}$/))
const code = fromForm(Schema.Struct({ code: Code }))

export const digestOfCode = (typed: string): string => digestOf(typed.replaceAll(/[\s-]/g, "").toUpperCase())

const powerIn = (act: string): Power | undefined => powers.find((power) => act.startsWith(`${power}:`))

export const showCode = (visit: SignedIn) => Effect.succeed(page(codePage(visit)))

/** Only the person whom the command named, and only for what their role may do. */
const found = Effect.fn("Staff.requestOf")(function* (visit: SignedIn, typed: string) {
  const { requests } = (yield* Evidence).access
  const request = yield* requests.find(digestOfCode(typed))
  if (request === undefined || request.person !== visit.member.person)
    return yield* new BadInput({
      message:
        "No command waits with this code for you. Nothing was done. Type it as the command prints it, within ten minutes.",
    })
  const power = powerIn(request.act)
  const isTheirs = power !== undefined && needsProof(power) && visit.powers.includes(power)
  if (!isTheirs && request.act !== witnessing) return yield* new NotForYou()
  return request
})

export const showRequest = Effect.fn("Staff.showRequest")(function* (visit: SignedIn) {
  const { code: typed } = yield* code(visit)
  const { act } = yield* found(visit, typed)
  return page(requestPage(visit, { act, code: typed }))
})

export const approve = Effect.fn("Staff.approve")(function* (visit: SignedIn) {
  const { code: typed } = yield* code(visit)
  const request = yield* found(visit, typed)
  const { proof } = yield* proving(visit, request.act)
  if (proof !== "fresh")
    return yield* new BadInput({ message: "You have not proved it with your passkey. Nothing was done. Begin again." })
  const { requests } = (yield* Evidence).access
  if (!(yield* requests.approve(request)))
    return yield* new BadInput({ message: "That command waits no longer. Nothing was done. Run it again." })
  return page(provedPage(visit))
})
