/** A command ends with the code it made, or says in a sentence why it could not and ends with 1. */
import { Effect } from "effect"

export const exitCode = (work: Effect.Effect<number, { readonly message: string }>): Promise<number> =>
  work.pipe(
    Effect.catch(({ message }) =>
      Effect.sync(() => {
        console.error(message)
        return 1
      }),
    ),
    Effect.runPromise,
  )
