/** Tells the launcher every two seconds whether the store can commit now, by committing a tiny change. */
import { Effect } from "effect"
import type { Collection } from "../../db/collection/collection.ts"
import type { FromWriter } from "../deployment/messages.ts"

/** Milliseconds. */
const betweenBeats = 2_000

export const keepBeating = (
  collection: Pick<Collection["Service"], "beat">,
  send: (message: FromWriter) => unknown,
): Effect.Effect<never> =>
  Effect.forever(
    Effect.suspend(() => collection.beat).pipe(
      Effect.match({
        onSuccess: () => send({ kind: "beat" }),
        onFailure: ({ failure }) => send({ kind: "beat", failure }),
      }),
      Effect.andThen(Effect.sleep(betweenBeats)),
    ),
  )
