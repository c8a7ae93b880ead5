/** Whatever holds data is declared: whose it is, what is in it, where and for how long; what is not declared is found. */
import { Effect, Option } from "effect"
import { assets, registerFaults } from "../assets/register.ts"
import { StoredColumns } from "../evidence/stored-columns.ts"
import { defineRule, noneOf, notChecked } from "../rule.ts"

export const assetsRegistered = defineRule({
  id: "assets-registered",
  statement: "Every store, table, extract, export and aggregate is in the register: owner, contents, place, retention.",
  source: { section: 4, quote: "all data held is registered properly in an Information Asset Register" },
  law: ["UK GDPR Art 30", "UK GDPR Art 5(1)(e)", "UK GDPR Art 5(2)"],
  enforcedBy: ["types", "test"],
  audit: Effect.gen(function* () {
    const stored = yield* Effect.serviceOption(StoredColumns)
    if (Option.isNone(stored)) return notChecked("no store is open here whose tables could be compared")
    return noneOf(
      registerFaults(stored.value),
      `every column held is declared by one of ${assets.length} assets: ${assets.map(({ id }) => id).join(", ")}`,
    )
  }),
})
