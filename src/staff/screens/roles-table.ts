/** Shows which role may do what, from the list that every refusal goes by. */
import { mayHold, type Power } from "../../../policy/capability/power.ts"
import { roles } from "../../../policy/data/role.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { status } from "./marks.ts"
import { roleWords } from "./words.ts"

const shown: readonly (readonly [power: Power, words: string])[] = [
  ["read-responses", "Read answers, and propose a table"],
  ["review-free-text", "Read and clean free text"],
  ["check-output", "Check a table of somebody else"],
  ["release-table", "Publish a checked table"],
  ["extend-retention", "Keep longer or destroy, with a second supervisor"],
  ["take-extract", "Take an extract while the survey is open"],
  ["read-report", "See the report and the record of actions"],
  ["administer-access", "Give or end somebody’s access"],
]

const cell = (may: boolean): Markup => html`<td>${may ? status("ok", "Yes") : html`<span class="soft">No</span>`}</td>`

export const rolesTable = html`<section aria-labelledby="may"><h2 id="may">Who may do what</h2>
<p>Everything that is not listed as yes is refused, on these pages and in every command.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Roles and what they may do"><table class="matrix"><caption class="away">What each role may do</caption>
<thead><tr><th scope="col">Action</th>${roles.map((role) => html`<th scope="col">${roleWords[role]}</th>`)}</tr></thead>
<tbody>${shown.map(
  ([power, words]) => html`<tr><th scope="row">${words}</th>${roles.map((role) => cell(mayHold(role, power)))}</tr>`,
)}</tbody></table></div></section>`
