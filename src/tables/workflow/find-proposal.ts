/** Finds the one proposal that an id, or the first signs of one, names. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"

export class UnknownProposal extends Schema.TaggedError<UnknownProposal>()("UnknownProposal", {}) {
  override get message() {
    return "There is no such proposal, or more than one: ask -- release lists them, and eight signs of an id are enough."
  }
}

/** As many signs as tell proposals apart at sight. */
export const shortestPrefix = 8

export const findProposal = Effect.fnUntraced(function* (id: string) {
  const { outputs } = yield* Evidence
  const named = (yield* outputs.standings).filter((each) => id.length >= shortestPrefix && each.id.startsWith(id))
  const [only, ...others] = named
  const found = only === undefined || others.length > 0 ? undefined : yield* outputs.proposal(only.id)
  return found ?? (yield* new UnknownProposal())
})
