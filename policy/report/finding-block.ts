/** A finding as a block to read: what the DPIA says, why it matters, what holds meanwhile, who decides, what was decided. */
import { entry, html, list, type Markup, number } from "./markup.ts"
import type { FindingReport, Report } from "./report.ts"
import { badge, type Mark, sentence } from "./said.ts"

const markOf = ({ state, severity }: FindingReport): readonly [Mark, string] => {
  if (state === "decided") return ["settled", "Decided"]
  if (state === "waived") return ["waived", "Waived for now"]
  return severity === "note" ? ["settled", "Open: note"] : ["needs", `Open: ${severity}`]
}

const kinds = {
  contradiction: "The DPIA contradicts itself",
  ambiguity: "The DPIA can be read in more than one way",
  gap: "The DPIA is silent",
  "out-of-date": "The DPIA is out of date",
  "legal-text": "The law that the DPIA cites reads otherwise",
} as const satisfies Record<FindingReport["kind"], string>

const decided = ({ decision, waiver, decider }: FindingReport) => {
  if (decision !== undefined)
    return html`${sentence(decision.words)} Recorded on ${decision.on}.${decision.policyDocument !== undefined && ` Document: ${decision.policyDocument}.`}`
  if (waiver !== undefined)
    return html`Waived from ${waiver.on} until ${waiver.until}: ${sentence(waiver.reason)} Still to be decided by ${decider}.`
  return html`None yet.`
}

const kindOfBlock = { decided: "settled", waived: "waived", open: "needs" } as const

const block = (finding: FindingReport, index: number): Markup => {
  const { id, title, kind, severity, state, quotes, lookedIn, matters, meanwhile, heldBy, decider } = finding
  const [mark, words] = markOf(finding)
  const look = state === "open" && severity === "note" ? "note" : kindOfBlock[state]
  return html`<article class="${look}" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${id}: ${title}</h3>
<p>${badge(mark, words)} ${kinds[kind]}.</p>
${quotes.map(({ section, words }, at) => html`<blockquote>“${words}”<cite>DPIA section ${number(`findings.${index}.quotes.${at}.section`, section)}</cite></blockquote>`)}
<dl>${[
    entry("Looked for in", lookedIn),
    entry("Why it matters", matters),
    entry("Meanwhile", meanwhile),
    entry("Held by", list(heldBy.map((file) => html`<span class="id">${file}</span>`))),
    entry("Who decides", decider),
    entry("Decision", decided(finding)),
  ]}</dl></article>`
}

export const findingBlocks = ({ findings, summary }: Report): Markup => html`<section aria-labelledby="findings">
<h2 id="findings">Findings about the DPIA</h2>
<p>In ${number("summary.findings", summary.findings)} places the DPIA contradicts itself, can be read in two ways, is silent or is out of date; ${number("summary.openFindings", summary.openFindings)} of them are still open. The platform settles none of them: it takes the strict reading until somebody with the authority decides.</p>
${findings.map(block)}
</section>`
