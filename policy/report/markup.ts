/** Text becomes HTML in one place: escaped, its dates in words, its numbers marked with where they stand in the twin. */
import { escapeHtml } from "../escape-html.ts"
import { datesInWords } from "./dates.ts"

/** HTML that is whole and safe; made by `html` alone. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | readonly Part[] | undefined | false

const told = (part: Part): string => {
  if (part === undefined || part === false) return ""
  if (part instanceof Markup) return part.text
  return typeof part === "string" ? escapeHtml(datesInWords(part)) : part.map(told).join("")
}

/** Keeps the literal text; escapes each inserted value unless it is markup already. */
export const html = (written: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(written.reduce((text, each, at) => text + told(parts[at - 1]) + each))

/** `at` is the number's path in the JSON twin, so that a test can compare the two. */
export const number = (at: string, value: number): Markup =>
  html`<data value="${String(value)}" data-at="${at}">${String(value)}</data>`

const isNothing = (part: Part): boolean =>
  part === undefined || part === false || (Array.isArray(part) && part.every(isNothing))

/** A term with its description, or nothing when there is nothing to say. */
export const entry = (term: string, ...parts: readonly Part[]): Markup | undefined =>
  parts.every(isNothing) ? undefined : html`<div><dt>${term}</dt><dd>${parts}</dd></div>`

export const list = (items: readonly Part[], kind = ""): Markup | undefined =>
  items.length === 0 ? undefined : html`<ul class="${kind}">${items.map((each) => html`<li>${each}</li>`)}</ul>`

/** The first cell of each row is its heading. On a phone the rows are cards: the roles say that it is a table still. */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: ReadonlyArray<readonly Part[]>,
): Markup => html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((each) => html`<th scope="col" role="columnheader">${each}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  ([first, ...rest]) =>
    html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${rest.map((each, at) => html`<td role="cell" data-column="${columns[at + 1]}">${each}</td>`)}</tr>`,
)}</tbody></table></div>`
