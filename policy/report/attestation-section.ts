/** Writes the table of what people attest: the commitment, its state, and the evidence with its digest. */
import type { AttestationReport } from "./attestation-report.ts"
import { html, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { attestationBadge } from "./said.ts"

const evidence = ({ given }: AttestationReport) =>
  given === undefined
    ? "None"
    : html`${given.reference} <span class="id">${given.digest}</span> by ${given.by} on ${given.on}, until ${given.until}`

export const attestationSection = ({ attestations }: Report): Markup => html`<section aria-labelledby="attested">
<h2 id="attested">What people attest</h2>
<p>No software can show that these commitments are kept: a person on the list attests each, with a document and a last day. The report shows what was attested, and not that it is true.</p>
${table(
  "Commitments that only people can keep",
  ["Commitment", "What people do", "State", "Evidence", "DPIA section", "Rule"],
  attestations.map((each, at) => [
    html`“${each.quote}” <span class="id">${each.id}</span>`,
    each.what,
    attestationBadge(each.state),
    evidence(each),
    number(`attestations.${at}.section`, each.section),
    html`<a href="#${each.rule}">${each.rule}</a>`,
  ]),
)}</section>`
