/** An answer is taken only within the window that was announced, by the clock in London. */
import { clockBreaches } from "../facts/ledger-look.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { broken, judge, notChecked, upheldUnless } from "../verdict.ts"
import { windowState } from "../window.ts"

export const collectionWindow = defineRule({
  id: "collection-window",
  statement: "Answers are accepted only from the first to the last day of the window, in London's time.",
  source: { section: 2, quote: "The data will be collected from 19/04/21 until 19/05/21." },
  law: ["UK GDPR Art 5(1)(b)"],
  enforcedBy: ["types", "runtime", "database"],
  enforcedAt: ["policy/window.ts#openToday", "policy/response/admit.ts#admit"],
  audit: ({ window, daysOfReceipt, days, ledger, schema, today }) =>
    judge({ window, ledger, schema, today }, ({ window, ledger, schema, today }) => {
      const breaches = [...clockBreaches(ledger, today), ...schemaBreaches(schema, "collection-window")]
      if (breaches.length > 0) return broken(breaches.join("; "))
      if (window === "always") return notChecked("a rehearsal has no window")
      return judge({ daysOfReceipt, days }, ({ daysOfReceipt, days }) => {
        const kept = days.filter((each) => each.kept > 0).map(({ day }) => day)
        const answered = [...new Set([...daysOfReceipt, ...kept])].toSorted()
        const [first, ...later] = answered
        if (first === undefined) return notChecked("no answer has been received")
        return upheldUnless(
          answered
            .filter((day) => windowState(window, day) !== "open")
            .map((day) => `answers are held of ${day}, outside the window`),
          `first receipt on ${first}, last on ${later.at(-1) ?? first}; the window is ${window.opens} to ${window.closes}`,
        )
      })
    }),
})
