/** An answer is taken only within the window that was announced, by the clock in London. */
import { Effect } from "effect"
import { defineRule, notChecked } from "../rule.ts"
import { CollectionWindow, openToday } from "../window.ts"

/** Fails outside the window; gives the civil date of receipt. */
export const windowGate = openToday

export const collectionWindow = defineRule({
  id: "collection-window",
  statement: "Answers are accepted only from the first to the last day of the window, in London's time.",
  source: { section: 2, quote: "The data will be collected from 19/04/21 until 19/05/21." },
  law: ["UK GDPR Art 5(1)(b)"],
  enforcedBy: ["runtime"],
  audit: Effect.gen(function* () {
    const window = yield* CollectionWindow
    return notChecked(
      window === "always"
        ? "a rehearsal has no window"
        : "first and last receipt are compared with the window once the collection's counts can be read here",
    )
  }),
})
