/** Records a declaration: the power is granted, or the refusal recorded, before anything is written. */
import { Console, Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant } from "../../../db/evidence/recorded-grant.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import type { Declared, Draft } from "../../../policy/deployment/declaration.ts"
import { type Before, declarationName, declare } from "../../../policy/deployment/declare.ts"
import { powerToDeclare } from "../../../policy/deployment/may-declare.ts"
import { onEvidence } from "../on-evidence.ts"
import { ownerOnly } from "../values.ts"

/** What a new declaration must not contradict. */
export const declaredBefore = Effect.gen(function* () {
  const { declarations, collection } = yield* Evidence
  const { state } = yield* collection
  const before: Before = { declared: yield* declarations, collection: state }
  return before
})

export const declarationLine = ({ place, declaration, withdrawnOn }: Declared): string => {
  const { value } = declaration
  const until = "until" in value ? `  until ${value.until}` : ""
  const ended = withdrawnOn === undefined ? "" : `  withdrawn ${withdrawnOn}`
  return `${String(place).padStart(4)}  ${value.on}  ${declarationName(declaration)}  by ${value.role}${until}${ended}`
}

const kept = (make: (before: Before) => Draft, by: PersonId) =>
  Effect.gen(function* () {
    const before = yield* declaredBefore
    const draft = make(before)
    const may = yield* recordedGrant(powerToDeclare(draft), by)
    const step = yield* declare(may, draft, before)
    const { keepDeclaration } = yield* Evidence
    yield* keepDeclaration(step)
    return step.state
  })

/** `make` may look at what was declared before. */
export const recordDeclaration = Effect.fn("ask.declare")(function* (
  by: PersonId,
  make: Draft | ((before: Before) => Draft),
) {
  yield* ownerOnly
  const declared = yield* onEvidence(kept(typeof make === "function" ? make : () => make, by))
  yield* Console.log(`Declared, and in the ledger:\n${declarationLine(declared)}`)
})
