/** Runs the work of one command on the evidence store; a refusal names its rule and what to do now. */
import { Effect, Schema } from "effect"
import type { Evidence } from "../../db/evidence/evidence.ts"
import { isAbsent } from "../../db/store-unavailable.ts"
import type { Team } from "../../policy/capability/member.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import { Settings } from "../deployment/settings.ts"
import { refusalMessage } from "../tables/workflow/refusal-message.ts"
import { withEvidence } from "../tables/workflow/with-evidence.ts"
import { Unusable } from "./exit-code.ts"

class NotCarriedOut extends Schema.TaggedError<NotCarriedOut>()("NotCarriedOut", { message: Schema.String }) {}

const absent =
  "There is no evidence store here yet. Nothing was done. Run ask -- team add or ask -- transfer, which make it."

interface Refusal {
  readonly _tag: string
  readonly message: string
}

/** A table that the command line asks for and that cannot be made is the fault of the command line. */
const explained = (error: Refusal): NotCarriedOut | Unusable => {
  if (error instanceof Unusable) return error
  const message = isAbsent(error) ? absent : refusalMessage(error)
  return error._tag === "TableRefused" ? new Unusable({ message }) : new NotCarriedOut({ message })
}

export const onEvidence = <A, E extends Refusal>(
  work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>,
  where?: Parameters<typeof withEvidence>[2],
): Effect.Effect<A, NotCarriedOut | Unusable, Settings | CollectionWindow> =>
  Effect.flatMap(Settings, ({ storage }) => withEvidence(storage, work, where)).pipe(Effect.mapError(explained))
