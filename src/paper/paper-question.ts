/** One question on paper: what to tick, where to write, and the same ways not to answer as on a screen. */
import { isCommunitySetting } from "../../policy/data/community-setting.ts"
import type { Form } from "../../policy/data/form.ts"
import type { Option, Question, Row } from "../../policy/data/question.ts"
import { html, type Markup } from "../../policy/report/markup.ts"

const pictureOf = (name: string | undefined, isShown: boolean): Markup | undefined =>
  name !== undefined && isShown ? html`<img src="/pictures/${name}.svg" width="64" height="64" alt="">` : undefined

const box = html`<span class="box" role="img" aria-label="box to tick"></span>`

const line = (words: string, picture?: Markup): Markup => html`<li>${box}${picture}<span>${words}</span></li>`

const rules = (count: number): Markup =>
  html`<div role="img" aria-label="${count === 1 ? "a line" : `${count} lines`} to write on">${Array.from({ length: count }, () => html`<i class="rule"></i>`)}</div>`

/** About 45 characters fit on a line of a child's hand. */
const linesFor = (characters: number): number => Math.min(10, Math.ceil(characters / 80) + 1)

/** No list is on paper, so that nothing is missing from it. */
const declining = (question: Question): readonly string[] => [
  ...("dontKnow" in question && question.dontKnow !== undefined ? [question.dontKnow] : []),
  question.optOut,
]

const lists = (options: readonly Option[], question: Question, isPictured: boolean): Markup => {
  const shown = (each: Option) => [
    line(each.words, pictureOf(each.picture, isPictured)),
    each.own && html`<li><span>In your own words, without names or places:</span></li><li>${rules(1)}</li>`,
  ]
  const alone = options.filter((each) => each.alone)
  return html`<ul class="boxes">${options.filter((each) => !each.alone).map(shown)}</ul>
<p class="or">Or tick only one of these:</p>
<ul class="boxes">${alone.map(shown)}${declining(question).map((words) => line(words))}</ul>`
}

const grid = (rows: readonly Row[], options: readonly Option[], question: Question, isPictured: boolean): Markup => {
  const columns = [...options.map(({ words }) => words), ...declining(question)]
  return html`<table><thead><tr><th scope="col"><span class="unseen">About</span></th>${columns.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${pictureOf(row.picture, isPictured)}${row.words}</th>${columns.map(() => html`<td>${box}</td>`)}</tr>`,
  )}</tbody></table>`
}

const postcode = html`<div class="cells" role="img" aria-label="seven boxes for a postcode">${Array.from({ length: 7 }, () => html`<i></i>`)}</div>`

const answering = (question: Question, isPictured: boolean): Markup => {
  const rest = html`<ul class="boxes">${declining(question).map((words) => line(words))}</ul>`
  switch (question.kind) {
    case "choice":
    case "choices":
      return lists(question.options, question, isPictured)
    case "grid":
      return grid(question.rows, question.options, question, isPictured)
    case "text":
      return html`${rules(linesFor(question.upTo))}${rest}`
    case "postcode":
      return html`${postcode}${rest}`
    default:
      return html`${rules(1)}${rest}`
  }
}

const howTo = (question: Question): string | undefined => {
  if (question.kind === "choice") return "Tick one box."
  if (question.kind === "choices") return `Tick up to ${question.upTo} boxes.`
  return question.kind === "grid" ? "Tick one box in each row." : undefined
}

/** No child elsewhere is asked for a school or a place: on paper the child reads whom the question is for. */
const onlyFor = (form: Form, question: Question): string | undefined => {
  if (question.askedWhen === undefined) return undefined
  const settings = form.pages.flatMap(({ questions }) =>
    questions.flatMap((each) =>
      each.kind === "choice" && each.characteristic === "setting"
        ? each.options.filter(({ key }) => isCommunitySetting(key)).map(({ words }) => `“${words}”`)
        : [],
    ),
  )
  return `Only if you ticked one of these: ${settings.join(", ")}. If not, leave this out.`
}

export const questionOnPaper = (form: Form, question: Question, number: number, isPictured: boolean): Markup => {
  const { ask, hint, sentences, picture } = question
  const only = onlyFor(form, question)
  const how = howTo(question)
  const isLong = question.kind === "grid" || ("options" in question && question.options.length > 12)
  return html`<fieldset class="${isLong ? "question long" : "question"}">
<legend>${String(number)}. ${sentences === undefined ? ask : html`<span class="unseen">${ask}</span>`}${question.respondent && html` <small>For the ${question.respondent}</small>`}</legend>
${only !== undefined && html`<p><b>${only}</b></p>`}
${question.askedUnless && html`<p>Leave this out if you wrote your postcode.</p>`}
${sentences?.map(({ words, picture }) => html`<p class="sentence">${pictureOf(picture, true)}${words}</p>`)}
${sentences === undefined && pictureOf(picture, isPictured)}
${hint && html`<p>${hint}</p>`}
${how !== undefined && html`<p>${how}</p>`}
${answering(question, isPictured)}
</fieldset>`
}
