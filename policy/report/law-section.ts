/** Writes which law the rules cite, in which version, what changed since the DPIA, and what awaits a person qualified in law. */
import { confirmationState, type LawConfirmation } from "../dpia/law/confirmation.ts"
import { lawEntries, lawEntryId, nameOfChange } from "../dpia/law/entries.ts"
import { dpiaChanges, type ProvisionId, provisions } from "../dpia/law/law.ts"
import { rules } from "../index.ts"
import { html, type Markup, table } from "./markup.ts"
import type { ConfirmationReport, Report } from "./report.ts"
import { badge } from "./said.ts"

const ids = Object.keys(provisions) as readonly ProvisionId[]

const citedBy = (id: ProvisionId): readonly string[] =>
  rules.filter(({ law }) => law.includes(id)).map((rule) => rule.id)

const confirmationOf = (name: string, all: readonly LawConfirmation[], today: string): ConfirmationReport => {
  const entry = lawEntryId(name)
  const given = all.find((each) => each.entry === entry)
  const listed = lawEntries.find(({ id }) => id === entry)
  const state = listed === undefined ? "awaited" : confirmationState(listed, given, today)
  if (given === undefined || state === "awaited") return { entry, state }
  return { entry, state, on: given.on, until: given.until, reference: given.reference }
}

export const lawTold = (confirmed: readonly LawConfirmation[], today: string): Report["law"] => ({
  provisions: ids.map((provision) => ({
    provision,
    ...provisions[provision],
    rules: citedBy(provision),
    confirmed: confirmationOf(provision, confirmed, today),
  })),
  changes: dpiaChanges.map((change) => ({
    ...change,
    confirmed: confirmationOf(nameOfChange(change.section), confirmed, today),
  })),
})

/** One that is cited and also changed something counts once. */
const entriesIn = ({ provisions: all, changes }: Report["law"]): readonly ConfirmationReport[] => [
  ...new Map([...all, ...changes].map(({ confirmed }) => [confirmed.entry, confirmed])).values(),
]

const who = "a person qualified in law (ask -- declare law)"

export const lawNeeded = (law: Report["law"], today: string, opens: string): Report["needed"] => {
  const all = entriesIn(law)
  const lapsed = all.filter(({ state }) => state === "lapsed").map(({ entry }) => entry)
  const awaited = all.filter(({ state }) => state === "awaited").length
  return [
    ...(lapsed.length > 0
      ? [{ what: `Confirm again what has lapsed in the law: ${lapsed.join(", ")}`, who, by: today }]
      : []),
    ...(awaited > 0
      ? [{ what: `Confirm ${awaited} of ${all.length} entries of the register of the law`, who, by: opens }]
      : []),
  ]
}

const shown = ({ entry, state, on, until, reference }: ConfirmationReport): Markup => {
  const words =
    state === "confirmed"
      ? html`On ${on ?? ""}, until ${until ?? ""}: ${reference ?? ""}`
      : badge("needs", state === "lapsed" ? `Lapsed on ${until ?? ""}` : "Awaited")
  return html`${words} <span class="id">${entry}</span>`
}

export const lawSection = ({ law }: Report): Markup => {
  const isAwaited = entriesIn(law).some(({ state }) => state !== "confirmed")
  return html`<section aria-labelledby="law">
<h2 id="law">The law</h2>
<p>${
    isAwaited
      ? "Developers wrote this register. A person qualified in law has yet to confirm each row whose confirmation is awaited or has lapsed (ask -- declare law)."
      : "A person qualified in law has confirmed every row."
  }</p>
${table(
  "Each provision that a rule cites, its version, and the day it came into force",
  ["Provision", "Version", "In force", "Rules", "Confirmed"],
  law.provisions.map(({ provision, version, inForce, rules: citing, confirmed }) => [
    provision,
    version,
    inForce,
    citing.join(", "),
    shown(confirmed),
  ]),
)}
${table(
  "What the Data (Use and Access) Act 2025 has changed since the DPIA",
  ["Section", "In force", "What changed", "Confirmed"],
  law.changes.map(({ section, inForce, what, confirmed }) => [section, inForce, what, shown(confirmed)]),
)}</section>`
}
