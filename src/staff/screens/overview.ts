/** Draws the overview: the answer, what needs doing, and how many children have answered. */
import type { formIds } from "../../../policy/data/form-id.ts"
import { parameters } from "../../../policy/parameters.ts"
import type { LiveCounts } from "../../../policy/report/live-counts.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { answer, framed } from "./frame.ts"

export interface ToDo {
  readonly title: string
  readonly why: string
  readonly to?: string
}

const formWords: Readonly<Record<(typeof formIds)[number], string>> = {
  "4-5": "Ages 4 to 5, with a parent",
  "6-8": "Ages 6 to 8",
  "9-12": "Ages 9 to 12",
  "13-17": "Ages 13 to 17",
  "easy-read-6-8": "Easy read, ages 6 to 8",
  "easy-read-9-12": "Easy read, ages 9 to 17",
}

const counted = (atLeast: number): string =>
  atLeast === 0 ? `fewer than ${parameters.threshold.value}` : `${atLeast.toLocaleString("en-GB")} or more`

/** Shares of the largest bar, in whole parts of a hundred. */
const bar = (atLeast: number, most: number): Markup => {
  const width = String(most === 0 ? 0 : Math.round((atLeast / most) * 100))
  return html`<svg class="amount" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="10"/><rect class="fill" width="${width}" height="10"/></svg>`
}

const coverage = ({ forms, atLeast, upTo }: LiveCounts): Markup => {
  const most = Math.max(...forms.map((each) => each.atLeast))
  const rows = forms.map(
    ({ form, atLeast: count }) =>
      html`<tr><th scope="row">${formWords[form as keyof typeof formWords] ?? form}</th><td>${bar(count, most)}</td><td class="n">${counted(count)}</td></tr>`,
  )
  return html`<section aria-labelledby="where"><h2 id="where">${upTo === undefined ? "No answers have been transferred yet" : `Answers transferred up to ${upTo}`}</h2>
<table><caption class="away">Answers by form</caption><thead><tr><th scope="col">Form</th><th scope="col"><span class="away">Share of the largest</span></th><th scope="col" class="n">Answers</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><th scope="row">Together</th><td></td><td class="n">${counted(atLeast)}</td></tr></tfoot></table>
<p class="soft small">Rounded down to the nearest ten, and a day late, so that no two looks reveal a few children. Answers that wait on the web server are not counted here: nobody can read them there.</p></section>`
}

const number = (count: number): string =>
  ["Nothing needs", "One thing needs", "Two things need", "Three things need"][count] ?? `${count} things need`

const work = (todo: readonly ToDo[]): Markup | false =>
  todo.length > 0 &&
  html`<section aria-labelledby="needs"><h2 id="needs" class="away">What needs you today</h2><ol class="todo">${todo.map(
    ({ title, why, to }) =>
      html`<li><div><h3>${title}</h3><p>${why}</p></div>${to !== undefined && html`<a class="button" href="${to}">Open</a>`}</li>`,
  )}</ol></section>`

export const overviewPage = (
  visit: SignedIn,
  { counts, todo }: { readonly counts: LiveCounts; readonly todo: readonly ToDo[] },
): Markup =>
  framed(
    visit,
    "Overview",
    html`${answer(html`<strong>${number(todo.length)} you today.</strong>`)}${work(todo)}${coverage(counts)}`,
  )
