/** Writes the annexes on the data flow, the record of processing, the design standards, rights and the review of the DPIA. */
import { flowFigure } from "./flow-figure.ts"
import { keptAnswers } from "./kept.ts"
import { html, list, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { badge, capital, keptBadge, sentence } from "./said.ts"

const links = (ids: readonly string[]): Markup =>
  html`${ids.map((id, at) => html`${at > 0 && ", "}<a href="#${id}">${id}</a>`)}`

/** A description is worth what its rules show: the worst of them. */
const today = (ids: readonly string[], { rules }: Pick<Report, "rules">): Markup | string => {
  const own = rules.filter(({ id }) => ids.includes(id)).map(({ kept }) => kept)
  const worst = keptAnswers.find((kept) => own.includes(kept))
  return worst === undefined ? "–" : keptBadge(worst)
}

export const flowSection = ({ flow }: Report): Markup => html`<section aria-labelledby="flow">
<h2 id="flow">How data flow, and who is responsible</h2>
<p>Drawn from the register of assets and roles. The list has the same numbers as the arrows.</p>
${flowFigure(flow)}
<ol class="steps">${flow.steps.map(
  ({ from, to, what, asset, rule }) =>
    html`<li><strong>${capital(from)} to ${to}.</strong> ${sentence(what)}${asset !== undefined && html` <span class="id">${asset}</span>`} <a href="#${rule}">${rule}</a></li>`,
)}</ol>
${table(
  "Where assets are, and who owns them",
  ["Place", "Description", "Assets", "Owners"],
  flow.places.map(({ place, where, assets, owners }, at) => [
    capital(place),
    capital(where),
    number(`flow.places.${at}.assets`, assets),
    owners.join(", "),
  ]),
)}</section>`

export const processingSection = ({ processing }: Report): Markup => html`<section aria-labelledby="processing">
<h2 id="processing">Record of processing</h2>
${table(
  "UK GDPR Article 30(1), written from the declarations",
  ["Point", "Part", "Declared"],
  processing.map(({ point, part, says }) => [point, part, list(says)]),
)}</section>`

export const standardSection = ({ standards, ...report }: Report): Markup => html`<section aria-labelledby="standards">
<h2 id="standards">The Children’s Code</h2>
<p>Whether the Code covers a free survey of a public body is a question for the DPO. The design takes its ${String(standards.length)} standards as its own.</p>
${table(
  "The standards, in the order of the Code",
  ["Standard", "How it is to be met", "Its rules today", "Rules"],
  standards.map(({ standard, how, rules }) => [
    standard,
    how,
    today(rules, report),
    rules.length === 0 ? "–" : links(rules),
  ]),
)}</section>`

export const rightSection = ({ rights, ...report }: Report): Markup => html`<section aria-labelledby="rights">
<h2 id="rights" class="on">Rights</h2>
${table(
  "What a child can and cannot ask for, and why",
  ["Right", "Law", "Answer", "Its rules today", "Rules"],
  rights.map(({ right, law, answer, rules }) => [right, law, answer, today(rules, report), links(rules)]),
)}</section>`

const due = ({ approvedOn, dueOn, state }: Report["review"]): Markup => {
  if (approvedOn === undefined || dueOn === undefined)
    return html`${badge("not-checked", "No review is set")} Nobody has approved this version of the DPIA, so no yearly review runs from it.`
  const mark = state === "overdue" ? "broken" : "settled"
  return html`${badge(mark, capital(state))} Approved on ${approvedOn}; the yearly review is due on ${dueOn}.`
}

export const reviewSection = ({ review }: Report): Markup => html`<section aria-labelledby="review">
<h2 id="review" class="on">Review of the DPIA</h2>
<p>${due(review)}</p>
<p>The questions that children are asked, <span class="id">${review.variables}</span>: ${review.questions}.</p>
</section>`
