/** Decides whether answers are accepted today: within the window, first and last day included, London time. */
import { Context, DateTime, Effect, Schema } from "effect"
import { civilDate } from "./civil-day.ts"
import type { RuleId } from "./rule-id.ts"

/** Civil dates; `closes` is the last day on which an answer is accepted. */
export interface Window {
  readonly opens: string
  readonly closes: string
}

/** A rehearsal is always open; live is open within its window. */
export class CollectionWindow extends Context.Service<CollectionWindow, Window | "always">()(
  "policy/window/CollectionWindow",
) {}

export const windowStates = ["not-open-yet", "open", "closed"] as const
export type WindowState = (typeof windowStates)[number]

export class WindowClosed extends Schema.TaggedError<WindowClosed>()("WindowClosed", {
  state: Schema.Literals(["not-open-yet", "closed"]),
}) {}

declare const within: unique symbol

/** A day on which the window was open, by the clock that `openToday` read; no other function makes one. */
export type DayWithin<Rule extends RuleId = "collection-window"> = string & { readonly [within]: Rule }

/** ISO dates sort as they read, so a civil date needs no arithmetic. */
export const windowState = (window: Window | "always", today: string): WindowState =>
  window === "always" || (today >= window.opens && today <= window.closes)
    ? "open"
    : today < window.opens
      ? "not-open-yet"
      : "closed"

/** Today's civil date in London, while the window is open. The clock is Effect's, never the browser's. */
export const openToday: Effect.Effect<DayWithin, WindowClosed, CollectionWindow> = Effect.gen(function* () {
  const window = yield* CollectionWindow
  const today = civilDate(yield* DateTime.now)
  const state = windowState(window, today)
  if (state !== "open") return yield* new WindowClosed({ state })
  return today as DayWithin
})
