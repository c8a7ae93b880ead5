/** Closes a collection for good: only when the web server is shown to be empty and every extract is certified deleted. */
import { Effect, Schema } from "effect"
import { today } from "../civil-day.ts"
import { Digest } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import type { RuleViolation } from "../rule-violation.ts"
import { type Collection, enterClosed } from "./collection.ts"
import { type Emptied, isEmptied, notEmptied } from "./emptied.ts"
import { type ExtractState, isCertified } from "./extract.ts"

/** `extracts` are those whose deletion is not certified yet. */
export class ExtractStillOpen extends Schema.TaggedError<ExtractStillOpen>()("ExtractStillOpen", {
  rule: Schema.Literal("processor-extracts-deleted-at-close"),
  extracts: Schema.Array(Digest),
}) {
  override get message() {
    return "The collection cannot be closed while an extract exists: obtain the processor's attestation of its deletion and certify it."
  }
}

export const closeCollection = Effect.fn("Custody.closeCollection")(function* (
  state: Collection<"closing">,
  extracts: readonly ExtractState[],
  emptied: Emptied,
): Effect.fn.Return<Step<Collection<"closed">>, ExtractStillOpen | RuleViolation> {
  if (!isEmptied(emptied)) return yield* notEmptied
  const certified = new Set(extracts.filter(isCertified).map(({ facts: { id } }) => id))
  const open = [...state.facts.extracts, ...extracts.map(({ facts: { id } }) => id)].filter((id) => !certified.has(id))
  if (open.length > 0)
    return yield* new ExtractStillOpen({
      rule: "processor-extracts-deleted-at-close",
      extracts: [...new Set(open)],
    })
  const closedOn = yield* today
  return {
    state: enterClosed(state, closedOn, emptied),
    record: { kind: "collection-closed", body: { on: closedOn, rows: emptied.rows } },
  }
})
