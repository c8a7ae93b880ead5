/** An answer is taken only within the window that was announced, by the clock in London. */
import { Effect, Option } from "effect"
import { DaysOfReceipt } from "../evidence/days-of-receipt.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"
import { CollectionWindow, openToday, windowState } from "../window.ts"

/** Fails outside the window; gives the civil date of receipt. */
export const windowGate = openToday

export const collectionWindow = defineRule({
  id: "collection-window",
  statement: "Answers are accepted only from the first to the last day of the window, in London's time.",
  source: { section: 2, quote: "The data will be collected from 19/04/21 until 19/05/21." },
  law: ["UK GDPR Art 5(1)(b)"],
  enforcedBy: ["types", "runtime", "database"],
  audit: Effect.gen(function* () {
    const window = yield* CollectionWindow
    if (window === "always") return notChecked("a rehearsal has no window")
    const days = yield* Effect.serviceOption(DaysOfReceipt)
    if (Option.isNone(days)) return notChecked("no collection is open here whose days could be compared")
    const [first, ...later] = days.value.toSorted()
    if (first === undefined) return notChecked("no answer has been received")
    return noneOf(
      days.value
        .filter((day) => windowState(window, day) !== "open")
        .map((day) => `answers are held of ${day}, outside the window`),
      `first receipt on ${first}, last on ${later.at(-1) ?? first}; the window is ${window.opens} to ${window.closes}`,
    )
  }),
})
