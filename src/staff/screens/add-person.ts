/** The form with which an administrator puts a person on the list. */
import { clearanceLevels, roles } from "../../../policy/data/role.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { provedForm } from "./frame.ts"
import { clearanceWords, roleWords } from "./words.ts"

const day = (name: string, words: string): Markup =>
  html`<div class="field"><label for="${name}">${words}</label><input id="${name}" name="${name}" type="date" required></div>`

const choice = (name: string, words: string, options: readonly (readonly [value: string, words: string])[]): Markup =>
  html`<div class="field"><label for="${name}">${words}</label><select id="${name}" name="${name}" required><option value="">Choose</option>${options.map(
    ([value, said]) => html`<option value="${value}">${said}</option>`,
  )}</select></div>`

export const addForm = html`<section aria-labelledby="add"><h2 id="add">Add a person</h2>
<p>The list has no names: the controller’s own records say whose a code is. Your device asks for your passkey, since this gives access.</p>
${provedForm(
  "administer-access:add",
  "/staff/people/add",
  html`<div class="fields">${choice(
    "role",
    "Role",
    roles.map((role) => [role, roleWords[role]] as const),
  )}${day("from", "First day on the project")}${day("until", "Last day on the project")}${day("trained", "Day of the training")}${choice(
    "clearance",
    "Clearance",
    clearanceLevels.map((level) => [level, clearanceWords[level]] as const),
  )}${day("clearedUntil", "Last day of the clearance")}</div><button class="button main">Add the person</button>`,
)}</section>`
