/** Runs plain code that may throw: an error with a known code fails as StoreUnavailable, any other is a defect. */
import { Effect } from "effect"
import { failureOf } from "./failure.ts"
import { SettingRefused } from "./setting-refused.ts"
import { type StoreName, StoreUnavailable } from "./store-unavailable.ts"
import { UnexpectedError } from "./unexpected-error.ts"

/** For the `catch` of an effect, which takes what this throws as a defect. */
export const unavailableOr =
  (store: StoreName) =>
  (error: unknown): StoreUnavailable => {
    if (error instanceof StoreUnavailable) return error
    const failure = failureOf(error)
    if (failure === undefined) throw error instanceof UnexpectedError ? error : new UnexpectedError(error)
    return new StoreUnavailable({ store, failure })
  }

/** For code that opens a connection: the refused setting is named. */
export const settingRefusedOr = (store: StoreName) => {
  const unavailable = unavailableOr(store)
  return (error: unknown): SettingRefused | StoreUnavailable =>
    error instanceof SettingRefused ? error : unavailable(error)
}

export const attempt = <A>(store: StoreName, work: () => A): Effect.Effect<A, StoreUnavailable> =>
  Effect.try({ try: work, catch: unavailableOr(store) })

export const attemptPromise = <A>(store: StoreName, work: () => Promise<A>): Effect.Effect<A, StoreUnavailable> =>
  Effect.tryPromise({ try: work, catch: unavailableOr(store) })
