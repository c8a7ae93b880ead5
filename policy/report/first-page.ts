/** Writes page 1 for a board: which rules are kept, broken or not checked, what waits for a decision, who must act by when. */
import { html, list, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { keptBadge, kindOf, type Mark, nameOf, sentence } from "./said.ts"

interface Count {
  readonly mark: Mark
  readonly at: string
  readonly of: (summary: Report["summary"]) => number
  readonly heading: string
  readonly means: string
}

const keptCounts: readonly Count[] = [
  {
    mark: "upheld",
    at: "upheld",
    of: ({ upheld }) => upheld,
    heading: "upheld",
    means: "looked at, and tested on this very build",
  },
  {
    mark: "broken",
    at: "broken",
    of: ({ broken }) => broken,
    heading: "broken",
    means: "something was found that must be mended",
  },
  {
    mark: "not-checked",
    at: "notChecked",
    of: ({ notChecked }) => notChecked,
    heading: "not checked",
    means: "nothing shows whether it is kept",
  },
]

const decisionCounts: readonly Count[] = [
  {
    mark: "needs",
    at: "needsDecision",
    of: ({ needsDecision }) => needsDecision,
    heading: "needing a decision",
    means: "a strict default holds meanwhile",
  },
]

const attestedMeans = {
  attested: "by a person on the list, with a document",
  lapsed: "the last day of the attestation is over",
  missing: "nobody has attested it",
} as const

const attestationCounts: readonly Count[] = (["attested", "lapsed", "missing"] as const).map((state) => ({
  mark: state,
  at: `attestations.${state}`,
  of: ({ attestations }) => attestations[state],
  heading: state,
  means: attestedMeans[state],
}))

const tiles = ({ summary }: Report, counts: readonly Count[]): Markup =>
  html`<ul class="counts">${counts.map(
    ({ mark, at, of, heading, means }) =>
      html`<li class="${kindOf(mark)}"><span class="big">${number(`summary.${at}`, of(summary))}</span><strong>${heading}</strong><small>${means}</small></li>`,
  )}</ul>`

/** Three questions, each with its own counts: a rule that waits for a decision is upheld, broken or not checked as well. */
const answers = (report: Report): Markup => html`<div class="pair"><div><h3>Is it kept?</h3>
${tiles(report, keptCounts)}</div>
<div class="aside"><h3>Does it need a decision?</h3>
${tiles(report, decisionCounts)}</div></div>
<h3>Is it attested? No software can show that these promises are kept.</h3>
${tiles(report, attestationCounts)}
<p class="small">Waivers in force: ${number("summary.waivers", report.summary.waivers)}. A waiver postpones a decision and shows nothing about whether the rule is kept.</p>`

const opening = ({ summary, mode }: Report): Markup => {
  const { rules, commitments, upheld, broken, notChecked } = summary
  const first =
    broken === 0
      ? `Nothing was found broken. ${upheld} rules are upheld, and ${notChecked} were not checked.`
      : "Something is broken. It is listed first and must be fixed before collection starts."
  return html`<p class="lead answer">The DPIA makes ${number("summary.commitments", commitments)} promises. The platform states them as ${number("summary.rules", rules)} rules. ${first}</p>
<p class="small">This report covers the <strong>${mode}</strong>.${mode === "rehearsal" && " Answers given in a rehearsal are for trying out; no real child’s answer is among them."} A rule is called upheld only where its own audit looked and found nothing wrong, and every test of it passed, with none left out, on exactly this code. Anything not looked at is called not checked, however likely it is to be right.</p>`
}

/** On one page there is room for these alone; the annexes have all of them. */
const most = { rules: 4, actions: 6 }

const more = (of: number, shown: number, where: Markup): Markup | undefined =>
  of > shown ? html`<p class="small">And ${String(of - shown)} more: ${where}.</p>` : undefined

/** Enough of a sentence to know what it is about. */
export const clipped = (words: string, longest = 130): string =>
  words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest)).replace(/[\s,;:(]+$/, "")} …`

const notKept = ({ rules }: Report): Markup => {
  const all = rules.filter(({ kept }) => kept !== "upheld").toSorted((one, other) => order(one) - order(other))
  if (all.length === 0) return html`<p>Every rule is upheld.</p>`
  const shown = all.slice(0, most.rules)
  return html`<h3>Broken, and not checked</h3>
${list(
  shown.map(
    ({ id, kept, because }) =>
      html`${keptBadge(kept)} <a href="#${id}"><strong>${nameOf(id)}</strong></a>: ${sentence(clipped(because))}`,
  ),
  "found",
)}
${more(all.length, shown.length, html`<a href="#rules">each rule</a>`)}`
}

const order = ({ kept }: Report["rules"][number]): number => Number(kept !== "broken")

const actions = ({ needed }: Report): Markup =>
  needed.length === 0
    ? html`<p>Nothing waits for anybody.</p>`
    : html`${table(
        "The most urgent first",
        ["By", "Who", "What"],
        needed.slice(0, most.actions).map(({ what, who, by }) => [by, who, sentence(clipped(what))]),
      )}
${more(needed.length, most.actions, html`<a href="#actions">every action</a>`)}`

export const firstPage = (report: Report): Markup => html`<section aria-labelledby="short">
<h2 id="short" class="on">In short</h2>
${opening(report)}
${answers(report)}
${notKept(report)}
<h3 id="first">Who must act, and by when</h3>
${actions(report)}
</section>`
