/** A store that cannot be used says why and what to do, as a value. */
import { Schema } from "effect"
import { failureOf, failureSentence, failures } from "./failure.ts"

export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  failure: Schema.Literals(failures),
}) {
  override get message() {
    return failureSentence(this.failure)
  }
}

export const unavailable = (error: unknown): StoreUnavailable => new StoreUnavailable({ failure: failureOf(error) })

export const isAbsent = (error: { readonly _tag: string }): boolean =>
  error instanceof StoreUnavailable && error.failure === "absent"
