/** Writes the report's tables: data held, signatures, lawful bases, assets, and every parameter of a promise. */
import { numberInWords } from "../in-words.ts"
import { parameters } from "../parameters.ts"
import { html, list, type Markup, number, table } from "./markup.ts"
import type { Report } from "./report.ts"
import { badge, sentence } from "./said.ts"

export const storeSection = ({ store, mode }: Report): Markup => html`<section aria-labelledby="held">
<h2 id="held">Data held</h2>
<p>Answers are sealed, and this report opened none of them. Their number is given in bands: a count of fewer than ${String(parameters.threshold.value)} appears nowhere in this report. Counts of rules, tests and promises concern no child and are exact.</p>
${
  store.read
    ? table(
        `Answers held in ${mode}, in bands`,
        ["Form", "Answers"],
        store.held.map(({ form, answers }) => [form, answers]),
      )
    : html`<p>${badge("not-checked", "Not checked")} ${sentence(store.because)}</p>`
}</section>`

const signed = (recorded: Report["signOffs"][number]["recorded"]) =>
  recorded.length === 0
    ? "Not recorded"
    : list(
        recorded.map(
          ({ by, on, ofThisVersion, advice, answer }) =>
            html`${by}, ${on}, ${ofThisVersion ? "for this version of the DPIA" : "for another version of the DPIA, which does not count"}.${advice !== undefined && html` Advice: ${sentence(advice)}`}${
              answer &&
              html` ${answer.outcome} by ${answer.by} on ${answer.on}.${answer.reasons !== undefined && ` Reasons: ${sentence(answer.reasons)}`}`
            }`,
        ),
      )

export const signOffSection = ({ signOffs, findings, dpiaVersion }: Report): Markup => {
  const waived = findings.flatMap(({ id, waiver }) => (waiver ? [{ id, ...waiver }] : []))
  return html`<section aria-labelledby="signed">
<h2 id="signed">Sign-offs and waivers</h2>
<p>Each is for one version of the DPIA, known by the first digits of its SHA-256: ${dpiaVersion}. People appear by their role; the evidence store has their ids, and the controller’s own files their names.</p>
${table(
  `The ${numberInWords(signOffs.length)} sign-offs of DPIA section 6`,
  ["Sign-off", "Recorded"],
  signOffs.map(({ of, recorded }) => [of, signed(recorded)]),
)}
${
  waived.length === 0
    ? html`<p>No waiver is in force.</p>`
    : table(
        "Waivers in force",
        ["Finding", "Reason", "From", "Until"],
        waived.map(({ id, reason, on, until }) => [id, reason, on, until]),
      )
}</section>`
}

export const basisSection = ({ bases }: Report): Markup => {
  const waiting = bases.filter(({ unsettled }) => unsettled.length > 0)
  return html`<section aria-labelledby="basis">
<h2 id="basis">Lawful basis</h2>
<p>${
    waiting.length === 0
      ? "Every question and option has the basis or condition that it needs."
      : "Some rows below wait for a finding to be settled. Until then they are marked unsettled, and live stays shut."
  }</p>
${table(
  "Lawful basis of every question, and the condition of each sensitive one",
  ["Question", "Forms", "May reveal", "Basis or condition", "Text of the law", "Unsettled"],
  bases.map(({ what, forms, reveals, basis, version, inForce, unsettled }) => [
    what,
    forms.map((form, at) => html`${at > 0 && ", "}<span class="keep">${form}</span>`),
    reveals?.replaceAll("-", " ") ?? "–",
    basis,
    version === undefined ? "–" : `${version}${inForce === undefined ? "" : `, in force ${inForce}`}`,
    unsettled.length === 0
      ? "–"
      : html`${badge("needs", "Unsettled")} ${unsettled.map((each) => html`<a href="#${each}">${each}</a> `)}`,
  ]),
)}</section>`
}

export const assetSection = ({ assets }: Report): Markup => html`<section aria-labelledby="assets">
<h2 id="assets">Information assets</h2>
<p>Every asset that holds data, or will, is declared here: its owner, its content, its place and its retention.</p>
${table(
  "The information asset register",
  ["Asset", "Kind", "Owner", "Content", "Where", "How long"],
  assets.map(({ id, kind, what, owner, location, categories, retention }) => [
    html`${what} <span class="id">${id}</span>`,
    kind,
    owner,
    categories.join(", "),
    location,
    retention,
  ]),
)}</section>`

export const parameterSection = ({ parameters }: Report): Markup => html`<section aria-labelledby="numbers">
<h2 id="numbers">Numbers that promises turn on</h2>
${table(
  "Each number, since when it holds, and where it comes from",
  ["What", "Value", "From", "Source"],
  parameters.map(({ what, value, from, source }) => [what, value, from, source]),
)}</section>`

export const mutationSection = ({ mutation }: Report): Markup | undefined =>
  mutation.checked && mutation.survivors.length > 0
    ? html`<section aria-labelledby="survivors">
<h2 id="survivors">Faults that no test noticed</h2>
${table(
  "Mutants of the rules that survived, each with the reason given for it",
  ["Where", "What was changed", "Why it may stand"],
  mutation.survivors.map(({ file, line, mutator, reason }, at) => [
    html`<span class="id">${file}</span>, line ${number(`mutation.survivors.${at}.line`, line)}`,
    mutator,
    reason,
  ]),
)}</section>`
    : undefined
