/** Writes page 1: how many rules are kept, how many need a decision, and who has to do what first. */
import { html, type Markup, number } from "./markup.ts"
import type { Report } from "./report.ts"
import { kindOf, type Mark, sentence, unchecked } from "./said.ts"

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
const answers = (report: Report): Markup => html`<h3>Is it kept?</h3>
${tiles(report, keptCounts)}
<h3>Does it need a decision?</h3>
${tiles(report, decisionCounts)}
<p>Waivers in force: ${number("summary.waivers", report.summary.waivers)}. A waiver postpones a decision and shows nothing about whether the rule is kept.</p>
<h3>Is it attested?</h3>
<p>No software can show that these promises are kept.</p>
${tiles(report, attestationCounts)}`

const opening = ({ summary, mode }: Report): Markup => {
  const { rules, commitments, broken } = summary
  const first =
    broken === 0
      ? "Nothing was found broken."
      : "Something is broken. It is listed first and must be fixed before collection starts."
  return html`<p class="lead">The DPIA makes ${number("summary.commitments", commitments)} promises. The platform states them as ${number("summary.rules", rules)} rules. ${first}</p>
<p>This report covers the <strong>${mode}</strong>.${mode === "rehearsal" && " Answers given in a rehearsal are for trying out; no real child’s answer is among them."} A rule is called upheld only where its own audit looked and found nothing wrong, and every test of it passed, with none left out, on exactly this code. Anything not looked at is called not checked, however likely it is to be right.</p>`
}

const evidence = ({ tests, sabotages, mutation }: Report): Markup => html`<ul>
<li><strong>Tests of the rules.</strong> ${
  tests.checked
    ? html`${number("tests.passed", tests.passed)} passed, ${number("tests.failed", tests.failed)} failed and ${number("tests.skipped", tests.skipped)} were left out, on this very build, on ${tests.on}.`
    : unchecked(tests)
}</li>
<li><strong>Sabotage.</strong> ${
  sabotages.checked
    ? html`The code was broken on purpose in ${number("sabotages.tried", sabotages.tried)} ways, on ${sabotages.on}; ${number("sabotages.caught", sabotages.caught)} were noticed. ${number("sabotages.notBuilt", sabotages.notBuilt)} more wait for parts that are not built yet.`
    : unchecked(sabotages)
}</li>
<li><strong>Mutation.</strong> ${
  mutation.checked
    ? html`Small faults were put into the rules by a machine, ${number("mutation.total", mutation.total)} of them; ${number("mutation.killed", mutation.killed)} were noticed by a test: ${number("mutation.score", mutation.score)} in 100${mutation.on !== "" && html`, on ${mutation.on}`}.`
    : unchecked(mutation)
}</li></ul>`

export const firstPage = (report: Report): Markup => html`<section aria-labelledby="short">
<h2 id="short" class="on">In short</h2>
${opening(report)}
${answers(report)}
<h2 id="first" class="plain">What needs you first</h2>
${
  report.needed.length === 0
    ? html`<p>Nothing waits for anybody.</p>`
    : html`<ol class="todo">${report.needed.map(({ what, who }) => html`<li>${sentence(what)} <span>Who must act: ${who}</span></li>`)}</ol>`
}
<h2 id="evidence" class="plain">What the evidence is worth</h2>
${evidence(report)}
</section>`
