/** Lists what the report was seen to notice: each tampering, the rule that it then calls broken, and its words. */
import { html, type Markup, table } from "./markup.ts"
import type { Report } from "./report.ts"

export const tamperSection = ({
  tamperings,
  resultTamperings,
}: Report): Markup => html`<section aria-labelledby="tampering">
<h2 id="tampering">What this report notices</h2>
<p>A test carries out each of these on a copy of a real deployment whenever the code changes, and sees the report call the rule broken in these words. On an untouched copy nothing is broken.</p>
${table(
  "Tamperings, and what the report says of each",
  ["What somebody did", "Rule that is then broken", "Words of the report"],
  tamperings.map(({ what, rule, says }) => [what, html`<a href="#${rule}">${rule}</a>`, `“${says}”`]),
)}
<p>The same holds of files and of the results of the tests. After each of these no rule is upheld, and each says why.</p>
${table(
  "Changes of files and results, and what the report says of each rule",
  ["What somebody did", "Words of the report"],
  resultTamperings.map(({ what, says }) => [what, `“${says}”`]),
)}</section>`
