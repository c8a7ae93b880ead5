/** The collection window: first and last day inclusive, as the clock in London has them. */
import { Context, DateTime, Effect, Option, Schema } from "effect"
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

/** A day on which the window was open, by the clock that `openToday` asked: nothing else makes one. */
export type DayWithin<Rule extends RuleId = "collection-window"> = string & { readonly [within]: Rule }

const london = DateTime.zoneMakeNamedUnsafe("Europe/London")

/** London's midnight falls on a whole hour of UTC, so a date once worked out holds to the end of its hour. */
const hour = 60 * 60 * 1000
let known = { hour: Number.NaN, date: "" }

/** The civil date in London, `YYYY-MM-DD`. */
export const civilDate = (at: DateTime.DateTime): string => {
  const now = Math.floor(DateTime.toEpochMillis(at) / hour)
  if (now !== known.hour) known = { hour: now, date: DateTime.formatIsoDate(DateTime.setZone(at, london)) }
  return known.date
}

/** ISO dates sort as they read, so a civil date needs no arithmetic. */
export const windowState = (window: Window | "always", today: string): WindowState =>
  window === "always" || (today >= window.opens && today <= window.closes)
    ? "open"
    : today < window.opens
      ? "not-open-yet"
      : "closed"

/** Today's civil date in London, when the window is open. The clock is Effect's, never the browser's. */
export const openToday: Effect.Effect<DayWithin, WindowClosed, CollectionWindow> = Effect.gen(function* () {
  const window = yield* CollectionWindow
  const today = civilDate(yield* DateTime.now)
  const state = windowState(window, today)
  if (state !== "open") return yield* new WindowClosed({ state })
  return today as DayWithin
})

/** Whether a string is a civil date that exists. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Option.isSome(DateTime.make(`${text}T00:00:00Z`).pipe(Option.filter((d) => DateTime.formatIsoDateUtc(d) === text)))
