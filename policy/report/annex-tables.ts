/** Writes the annexes on actions, changes, risks and promises. */
import { html, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { badge, capital, type Mark, sentence } from "./said.ts"
import { changeRows, riskCells } from "./second-page.ts"
import { strengths, strengthWords } from "./strength.ts"

export const actionSection = ({ needed }: Report): Markup => html`<section aria-labelledby="actions">
<h2 id="actions">Every action</h2>
${
  needed.length === 0
    ? html`<p>No action is needed.</p>`
    : table(
        "What has to be done, the most urgent first",
        ["By", "Who", "What"],
        needed.map(({ what, who, by }) => [by, who, sentence(what)]),
      )
}</section>`

export const changeSection = ({ changed }: Report): Markup => html`<section aria-labelledby="changes">
<h2 id="changes" class="on">Every change since the last report</h2>
${changed.compared ? html`<ul class="found">${changeRows(changed.changes)}</ul>` : html`<p>${badge("not-checked", "Not compared")} ${sentence(capital(changed.because))}</p>`}
</section>`

export const riskSection = ({ risks }: Report): Markup => html`<section aria-labelledby="risks">
<h2 id="risks">Risks</h2>
<p>People set the levels; no program works one out. The last column shows what the rules that reduce the risk show today.</p>
${table(
  "Every risk, before and after what reduces it, the worst first",
  ["Risk", "Before", "After", "Its rules today", "Accepted", "From", "Rules"],
  risks.map((risk) => [
    html`${risk.words} <span class="id">${risk.id}</span>`,
    ...riskCells(risk).slice(1),
    capital(risk.acceptance),
    risk.from,
    risk.rules.map((id, at) => html`${at > 0 && ", "}<a href="#${id}">${id}</a>`),
  ]),
)}</section>`

const marks: Readonly<Record<Report["commitments"][number]["state"], Mark>> = {
  broken: "broken",
  "not built": "missing",
  missing: "missing",
  lapsed: "lapsed",
  "not checked": "not-checked",
  "kept in part": "needs",
  attested: "attested",
  kept: "upheld",
}

export const commitmentSection = ({ commitments, summary }: Report): Markup => html`<section aria-labelledby="promises">
<h2 id="promises">The ${String(summary.commitments)} promises</h2>
<p>A promise is kept as its rule is, or attested where only people can keep it. Where a part of it is not built it is kept in part at most.</p>
${table(
  "Every promise of the DPIA, in its order",
  ["Promise", "State", "Missing part", "DPIA section", "Rule"],
  commitments.map(({ id, quote, state, lacks, section, rule }, at) => [
    html`“${quote}” <span class="id">${id}</span>`,
    badge(marks[state], capital(state)),
    lacks ?? "–",
    number(`commitments.${at}.section`, section),
    html`<a href="#${rule}">${rule}</a>`,
  ]),
)}</section>`

export const strengthNote: Markup = html`<dl class="strengths">${strengths.map((each) => html`<div><dt>${capital(each)}</dt><dd>${strengthWords[each]}</dd></div>`)}</dl>`
