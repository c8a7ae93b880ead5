/** Page 1, in plain English: how many rules stand, how many do not, and who has to do what first. */
import { html, type Markup, number } from "./markup.ts"
import type { Report } from "./report.ts"
import { kindOf, sentence, unchecked } from "./said.ts"
import type { Status } from "./status.ts"

interface Count {
  readonly status: Status
  readonly at: "upheld" | "broken" | "notChecked" | "needsDecision" | "waived"
  readonly heading: string
  readonly means: string
}

const counts: readonly Count[] = [
  { status: "upheld", at: "upheld", heading: "upheld", means: "looked at, and tested on this very build" },
  { status: "broken", at: "broken", heading: "broken", means: "something was found that must be mended" },
  {
    status: "not checked",
    at: "notChecked",
    heading: "not checked",
    means: "not built yet, or no evidence of this build",
  },
  {
    status: "needs a decision",
    at: "needsDecision",
    heading: "needing a decision",
    means: "a strict default holds meanwhile",
  },
  { status: "waived", at: "waived", heading: "waived", means: "until the day that is given" },
]

const tiles = ({ summary }: Report): Markup =>
  html`<ul class="counts">${counts
    .filter(({ at }) => at !== "waived" || summary.waived > 0)
    .map(
      ({ status, at, heading, means }) =>
        html`<li class="${kindOf(status)}"><span class="big">${number(`summary.${at}`, summary[at])}</span><strong>${heading}</strong><small>${means}</small></li>`,
    )}</ul>${summary.waived === 0 && html`<p>Rules that rest on a waiver: ${number("summary.waived", 0)}.</p>`}`

const opening = ({ summary, mode }: Report): Markup => {
  const { rules, commitments, broken } = summary
  const first =
    broken === 0
      ? "Nothing was found broken."
      : "Something was found broken; it stands first below, and must be mended before any answer is taken."
  return html`<p class="lead">The DPIA makes ${number("summary.commitments", commitments)} promises. The platform keeps them as ${number("summary.rules", rules)} rules. ${first}</p>
<p>This report is of the <strong>${mode}</strong>.${mode === "rehearsal" && " Answers given in a rehearsal are for trying out; no real child’s answer is among them."} A rule is called upheld only where its own audit looked and found nothing wrong, and every test of it passed on exactly this code. Whatever was not looked at is called not checked, however likely it is to be well.</p>`
}

const evidence = ({ tests, sabotages, mutation }: Report): Markup => html`<ul>
<li><strong>Tests of the rules.</strong> ${
  tests.checked
    ? html`${number("tests.passed", tests.passed)} passed, ${number("tests.failed", tests.failed)} failed and ${number("tests.skipped", tests.skipped)} were left out, on this very build, on ${tests.on}.`
    : unchecked(tests)
}</li>
<li><strong>Sabotage.</strong> ${
  sabotages.checked
    ? html`The code was broken on purpose in ${number("sabotages.tried", sabotages.tried)} ways, on ${sabotages.on}; ${number("sabotages.caught", sabotages.caught)} were noticed. ${number("sabotages.notBuilt", sabotages.notBuilt)} more wait for what is not built yet.`
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
${tiles(report)}
<h2 id="first" class="plain">What needs you first</h2>
${
  report.needed.length === 0
    ? html`<p>Nothing waits for anybody.</p>`
    : html`<ol class="todo">${report.needed.map(({ what, who }) => html`<li>${sentence(what)} <span>Who must act: ${who}</span></li>`)}</ol>`
}
<h2 id="evidence" class="plain">What the evidence is worth</h2>
${evidence(report)}
</section>`
