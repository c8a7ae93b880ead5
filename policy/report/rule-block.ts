/** Writes a rule as a block: whether it is kept, whether it needs a decision, and the evidence for both. */
import { sections } from "../dpia/document/section.ts"
import { strengthNote } from "./annex-tables.ts"
import { entry, html, list, type Markup, number, table } from "./markup.ts"
import type { Report, RuleReport } from "./report.ts"
import { capital, keptBadge, kindOf, layerWords, needsBadge, sentence, unchecked } from "./said.ts"
import { strengthWords } from "./strength.ts"

const observedWords = { upheld: "Nothing wrong", broken: "Broken", "not checked": "Not checked" } as const

const counterexamples = ({ counterexamples }: RuleReport, at: string) =>
  counterexamples &&
  html`Refused ${number(`${at}.counterexamples.refused`, counterexamples.refused)} of ${number(`${at}.counterexamples.of`, counterexamples.of)}, tried while this report was written.${list(counterexamples.wrong)}`

const compileTime = ({ compileTime }: RuleReport, at: string) => {
  if (compileTime === undefined) return undefined
  const of = number(`${at}.compileTime.of`, compileTime.of)
  return compileTime.seen.checked
    ? html`${number(`${at}.compileTime.seen.refused`, compileTime.seen.refused)} of ${of} definitions that break it were refused by the compiler, in its name, on ${compileTime.seen.on}.`
    : html`${of} definitions that break it are kept to be tried. ${unchecked(compileTime.seen)}`
}

const sabotages = ({ sabotages }: RuleReport, at: string): Markup => {
  if (!sabotages.checked) return unchecked(sabotages)
  const { caught, tried, notBuilt, on, uncaught } = sabotages
  return html`Caught ${number(`${at}.sabotages.caught`, caught)} of ${number(`${at}.sabotages.tried`, tried)}, on ${on}; waiting for parts not built yet: ${number(`${at}.sabotages.notBuilt`, notBuilt)}.${list(uncaught.map((each) => `Unnoticed: ${each}`))}`
}

const tests = ({ tests }: RuleReport, at: string): Markup => {
  if (!tests.checked) return unchecked(tests)
  const { passed, failed, skipped, files, failing, on } = tests
  const where = files.map(
    ({ file, tests }, index) =>
      html`<span class="id">${file}</span> (${number(`${at}.tests.files.${index}.tests`, tests)})`,
  )
  return html`${number(`${at}.tests.passed`, passed)} passed, ${number(`${at}.tests.failed`, failed)} failed, ${number(`${at}.tests.skipped`, skipped)} left out, on ${on}.${list(failing.map((each) => `Failed: ${each}`))}${list(where)}`
}

const people = ({ people }: RuleReport, at: string) =>
  people &&
  html`Promises that only people can keep: ${number(`${at}.people.attested`, people.attested)} attested, ${number(`${at}.people.lapsed`, people.lapsed)} lapsed, ${number(`${at}.people.missing`, people.missing)} missing. <a href="#attested">What people attest</a>`

const block = (rule: RuleReport, index: number): Markup => {
  const at = `rules.${index}`
  const { id, statement, kept, because, needs, section, quote, law, enforcedBy, observed, waitsFor } = rule
  return html`<article class="${kindOf(kept === "broken" || needs === null ? kept : "needs")}" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${statement}</h3>
<p><span class="id">${id}</span></p>
<p><strong>Is it kept?</strong> ${keptBadge(kept)} ${sentence(capital(because))}</p>
<p><strong>Does it need a decision?</strong> ${needsBadge(needs)}${needs !== null && html` ${sentence(needs)}`}</p>
<blockquote>“${quote}”<cite>DPIA section ${number(`${at}.section`, section)}, ${sections[section]}; ${number(`${at}.promises`, rule.promises)} of its promises rest on this rule</cite></blockquote>
<dl>${[
    entry("Law", law.join("; ")),
    entry(
      "How it is enforced",
      list(enforcedBy.map((layer) => html`${layerWords[layer]} <span class="id">${layer}</span>`)),
    ),
    entry("Strength", html`${capital(rule.strength)}: ${strengthWords[rule.strength]}.`),
    entry("Looked at, on the day of this report", list(rule.lookedAt)),
    entry("Asked for, and not seen", list(rule.notSeen)),
    entry("Observed", html`${observedWords[observed.status]}: ${sentence(observed.words)}`),
    entry("Counterexamples", counterexamples(rule, at)),
    entry("Refused by the compiler", compileTime(rule, at)),
    entry("Sabotage", sabotages(rule, at)),
    entry("Its tests", tests(rule, at)),
    entry("Attested by people", people(rule, at)),
    entry(
      "Open findings",
      waitsFor.map((each, index) => html`${index > 0 && ", "}<a href="#${each}">${each}</a>`),
    ),
  ]}</dl></article>`
}

export const ruleBlocks = ({ rules }: Report): Markup => html`<section aria-labelledby="rules">
<h2 id="rules">The rules</h2>
<p>Those that need somebody come first. Strength is the best proof that there is:</p>
${strengthNote}
${table(
  "Every rule at a glance",
  ["Rule", "Is it kept?", "Does it need a decision?", "Strength", "DPIA section"],
  rules.map(({ id, no, statement, kept, needs, strength, section }, at) => [
    html`${number(`rules.${at}.no`, no)}. <a href="#${id}">${statement}</a>`,
    keptBadge(kept),
    needsBadge(needs),
    capital(strength),
    String(section),
  ]),
)}
<h2 id="each-rule">Each rule and its evidence</h2>
${rules.map(block)}
</section>`
