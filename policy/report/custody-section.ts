/** Writes the annexes on retention, extracts, access, certificates, releases and complaints. */
import type { Annex } from "./annex.ts"
import { html, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { badge, capital, sentence } from "./said.ts"

type Cells = Parameters<typeof table>[2][number]

/** A table, or that there is nothing, or that nobody looked: three different answers. */
const annexTable = <Row>(
  it: Annex<Row>,
  caption: string,
  columns: readonly string[],
  cells: (row: Row, at: number) => Cells,
): Markup => {
  if (!it.read) return html`<p>${badge("not-checked", "Not checked")} ${sentence(capital(it.because))}</p>`
  return it.rows.length === 0 ? html`<p>${caption}: none.</p>` : table(caption, columns, it.rows.map(cells))
}

const retentionSection = ({ retention, extracts }: Report): Markup => html`<section aria-labelledby="retention">
<h2 id="retention">Retention and extracts</h2>
${annexTable(
  retention,
  "The retention of each day of answers",
  ["Answers of", "State", "Next step, or the day of destruction"],
  ({ of, state, next }) => [of, capital(state), next],
)}
${annexTable(
  extracts,
  "Every extract that the processor took",
  ["Extract", "Taken on", "Until", "Fields", "State"],
  ({ extract, takenOn, until, fields, state }) => [
    html`<span class="id">${extract}</span>`,
    takenOn,
    until,
    fields.join(", "),
    capital(state),
  ],
)}</section>`

const accessSection = ({ people, readings }: Report): Markup => html`<section aria-labelledby="access">
<h2 id="access" class="on">Access, by purpose</h2>
<p>People appear by role. The number of readings is a number of entries in the ledger, and says nothing of how many children answered.</p>
${annexTable(
  people,
  "Who is on the list, and what each role may do",
  ["Role", "May", "From", "Until", "Trained on", "Clearance"],
  ({ role, may, from, until, trainedOn, clearance, clearanceUntil, person }) => [
    html`${capital(role)}${person !== undefined && html` <span class="id">${person}</span>`}`,
    may.join(", "),
    from,
    until,
    trainedOn,
    html`${capital(clearance)}, until ${clearanceUntil}`,
  ],
)}
${annexTable(
  readings,
  "What was read, by purpose",
  ["Role", "Power", "Purpose", "Readings", "Latest day that was read"],
  ({ role, power, purpose, readings, latestOf }, at) => [
    capital(role),
    power,
    purpose,
    number(`readings.rows.${at}.readings`, readings),
    latestOf,
  ],
)}</section>`

const certificateSection = ({ certificates }: Report): Markup => html`<section aria-labelledby="certificates">
<h2 id="certificates" class="on">Certificates</h2>
<p>A home postcode has no certificate of its own: by design none is stored. A search of every byte looks for one; where no search is listed here, nobody has looked.</p>
${annexTable(
  certificates,
  "Certificates in the ledger, in its order",
  ["What", "On", "Digest"],
  ({ what, on, digest }) => [what, on, digest === undefined ? "–" : html`<span class="id">${digest}</span>`],
)}</section>`

const releaseSection = ({ releases }: Report): Markup => html`<section aria-labelledby="releases">
<h2 id="releases" class="on">Released tables</h2>
${annexTable(
  releases,
  "Every released table, with how many of its cells are withheld",
  ["Table", "Released on", "Cells", "Withheld", "Checks", "Withdrawn on"],
  ({ table, title, on, cells, withheld, checks, withdrawnOn }, at) => [
    html`${title} <span class="id">${table}</span>`,
    on,
    number(`releases.rows.${at}.cells`, cells),
    number(`releases.rows.${at}.withheld`, withheld),
    number(`releases.rows.${at}.checks`, checks),
    withdrawnOn ?? "–",
  ],
)}</section>`

const complaintSection = ({ complaints }: Report): Markup => html`<section aria-labelledby="complaints">
<h2 id="complaints" class="on">Complaints</h2>
<p>DPA 2018 s164A: each is acknowledged within 30 days. Their number is given in bands, as for answers.</p>
${annexTable(
  complaints,
  "Complaints that came by the form on the site",
  ["Held", "Acknowledgement", "In time", "Soonest last day"],
  ({ held, waiting, overdue, acknowledgeBy }) => [
    capital(held),
    capital(waiting),
    capital(overdue),
    acknowledgeBy ?? "–",
  ],
)}</section>`

export const custodySections = (report: Report): readonly Markup[] =>
  [
    retentionSection,
    ...(report.edition === "full" ? [accessSection] : []),
    certificateSection,
    releaseSection,
    ...(report.edition === "full" ? [complaintSection] : []),
  ].map((section) => section(report))
