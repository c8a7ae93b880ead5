/** Writes page 2 for a board: what changed, the worst risks, all rules at a glance, and where to sign. */
import { html, type Markup, number, table } from "./markup.ts"
import type { Report, RuleReport } from "./report.ts"
import type { RiskReport } from "./risk-report.ts"
import { badge, capital, keptBadge, nameOf } from "./said.ts"

const most = { changes: 5, risks: 3 }

const directionMarks = {
  worse: "broken",
  better: "upheld",
  changed: "settled",
  new: "settled",
  same: "settled",
} as const

export const changeRows = (
  changes: ReadonlyArray<{ readonly direction: keyof typeof directionMarks; readonly what: string }>,
) =>
  changes.map(
    ({ direction, what }) => html`<li>${badge(directionMarks[direction], capital(direction))} ${capital(what)}.</li>`,
  )

const changed = ({ changed: it }: Report): Markup =>
  it.compared
    ? html`<h3>What changed since the report of ${it.since}</h3>
<ul class="found">${changeRows(it.changes.slice(0, most.changes))}</ul>
${it.changes.length > most.changes && html`<p class="small">And ${String(it.changes.length - most.changes)} more: <a href="#changes">every change</a>.</p>`}`
    : html`<h3>What changed since the last report</h3>
<p>${badge("not-checked", "Not compared")} ${capital(it.because)}.</p>`

export const riskCells = ({ words, before, after, kept }: RiskReport) => [
  words,
  capital(before),
  capital(after),
  keptBadge(kept),
]

const worst = ({ risks }: Report): Markup =>
  table(
    "The three worst risks now",
    ["Risk", "Before", "After", "Its rules today"],
    risks.slice(0, most.risks).map(riskCells),
  )

const half = (rules: readonly RuleReport[], words: string): Markup =>
  table(
    words,
    ["Promise", "Is it kept?", "Strength"],
    rules.map(({ id, no, kept, needs, strength }) => [
      html`<a href="#${id}">${String(no)}. ${nameOf(id)}</a>${needs !== null && html` <span class="waits">◆ decision</span>`}`,
      keptBadge(kept),
      capital(strength),
    ]),
  )

const glance = ({ rules }: Report): Markup => {
  const inOrder = rules.toSorted((one, other) => one.no - other.no)
  const middle = Math.ceil(inOrder.length / 2)
  return html`<h3>All rules at a glance</h3>
<p class="small">Strength is the best proof that there is: stated, attested, tested, prevented or observed. ◆ marks a rule for which a decision waits.</p>
<div class="pair even glance">${half(inOrder.slice(0, middle), "The first half of the rules")}
${half(inOrder.slice(middle), "The second half of the rules")}</div>`
}

const line = (words: string): Markup => html`<span class="sign-line">${words}</span>`

const signatures = ({ summary }: Report): Markup => html`<h3 id="sign">Signatures</h3>
<p class="small">By signing you say that you read these two pages. You do not say that every promise is kept${summary.upheld < summary.rules && `: ${summary.rules - summary.upheld} of ${summary.rules} rules are not shown to be`}.</p>
<div class="signs">
<div><h4>Data Protection Officer</h4>${line("Advice")}${line("Signature")}${line("Name and date")}</div>
<div><h4>Senior information risk owner</h4>${line("Advice accepted, or overruled because")}${line("Signature")}${line("Name and date")}</div>
<div><h4>Chair of the board</h4>${line("Remaining risks accepted, or not because")}${line("Signature")}${line("Name and date")}</div>
</div>`

const ledger = ({ ledger: it }: Report): Markup =>
  it.read
    ? html`It covers ${number("ledger.length", it.length)} entries of the ledger, up to the head <span class="id">${it.head}</span>.`
    : html`${badge("not-checked", "Ledger not checked")} ${capital(it.because)}.`

export const secondPage = (report: Report): Markup => html`<section aria-labelledby="second" class="second">
<h2 id="second">Changes, risks, all rules and signatures</h2>
<div class="pair uneven"><div>${changed(report)}</div>
<div>${worst(report)}<p class="small">A risk whose rule is broken comes first; then one whose rule was not checked; then by its level. A risk that nobody has rated counts almost as a high one. <a href="#risks">All risks</a></p></div></div>
${glance(report)}
${signatures(report)}
<p class="small"><strong>Is this the report that was made?</strong> ${ledger(report)} Anyone can check a signed report: <span class="id">ask -- report verify FILE</span>. <a href="#limits">What this report cannot tell</a></p>
</section>`
