/** Tells which law the rules cite, in which version, what changed since the DPIA, and what awaits a person qualified in law. */
import { confirmedOn, dpiaChanges, type ProvisionId, provisions } from "../dpia/law/law.ts"
import { rules } from "../index.ts"
import { html, type Markup, table } from "./markup.ts"
import type { LawReport, Report } from "./report.ts"
import { badge } from "./said.ts"

const ids = Object.keys(provisions) as readonly ProvisionId[]

const citedBy = (id: ProvisionId): readonly string[] =>
  rules.filter(({ law }) => law.includes(id)).map((rule) => rule.id)

export const lawTold = (confirmed: typeof confirmedOn = confirmedOn): Report["law"] => ({
  provisions: ids.map((provision): LawReport => {
    const on = confirmed[provision]
    return {
      provision,
      ...provisions[provision],
      rules: citedBy(provision),
      ...(on !== undefined && { confirmedOn: on }),
    }
  }),
  changes: dpiaChanges,
})

export const lawSection = ({ law: { provisions: all, changes } }: Report): Markup => {
  const isAwaited = all.some((each) => each.confirmedOn === undefined)
  return html`<section aria-labelledby="law">
<h2 id="law">The law</h2>
<p>${
    isAwaited
      ? "Developers wrote this register. A person qualified in law has yet to confirm each row whose confirmation is awaited."
      : "A person qualified in law has confirmed every row."
  }</p>
${table(
  "Each provision that a rule cites, its version, and the day it came into force",
  ["Provision", "Version", "In force", "Rules", "Confirmed"],
  all.map(({ provision, version, inForce, rules: citing, confirmedOn: on }) => [
    provision,
    version,
    inForce,
    citing.join(", "),
    on ?? badge("needs", "Awaited"),
  ]),
)}
${table(
  "What the Data (Use and Access) Act 2025 has changed since the DPIA",
  ["Section", "In force", "What changed"],
  changes.map(({ section, inForce, what }) => [section, inForce, what]),
)}</section>`
}
