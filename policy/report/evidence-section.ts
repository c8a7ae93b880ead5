/** Writes what the evidence is worth: tests, sabotage and mutation of this very build, or why they do not count. */
import { html, type Markup, number } from "./markup.ts"
import type { Report } from "./report.ts"
import { unchecked } from "./said.ts"

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

export const evidenceSection = (report: Report): Markup => html`<section aria-labelledby="evidence">
<h2 id="evidence" class="on">What the evidence is worth</h2>
${evidence(report)}
</section>`
