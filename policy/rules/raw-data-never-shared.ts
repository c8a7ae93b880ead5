/** No answer can leave through a procedure: a closed list names the values that may. */
import { defineRule } from "../rule.ts"
import { notChecked } from "../verdict.ts"

const notBuilt =
  "outbound calls are counted once the host's network rules can be read; the contract is attested by people"

export const rawDataNeverShared = defineRule({
  id: "raw-data-never-shared",
  statement: "No raw answer is shared with any organisation, and no way of sharing one exists.",
  source: { section: 2, quote: "The CCO will not share the raw data with any other organisation." },
  law: ["UK GDPR Art 5(1)(b)", "UK GDPR Art 5(1)(f)"],
  enforcedBy: ["types", "test", "people"],
  enforcedAt: ["policy/response/only-publishable.ts#publishing", "policy/response/publishable.ts#onlyPublished"],
  audit: () => notChecked(notBuilt),
  notBuilt,
})
