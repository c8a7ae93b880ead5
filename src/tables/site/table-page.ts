/** A released table as one page that needs nothing else: in bars, in numbers and in what must be known about them. */

import type { Released } from "../../../policy/release/released.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { addressesOf, listAddress } from "./address.ts"
import { chartSection } from "./chart-section.ts"
import { pageFrame } from "./frame.ts"
import { noteId } from "./mark-link.ts"
import { type Note, notesOf } from "./notes.ts"
import { numberSection } from "./number-section.ts"
import { shortGeography } from "./place.ts"
import { baseOf, formatCount } from "./shape.ts"

/** These change what every number means, and so they stand before any. */
const isFirst = ({ name, explains }: Note): boolean => name === "Who answered" || explains !== undefined

const beforehand = (notes: readonly Note[]): Markup =>
  html`<div class="know">${notes
    .filter(isFirst)
    .map(
      ({ name, words, explains }) =>
        html`<div${explains !== undefined && html` id="${noteId(explains)}"`}><h2>${name}</h2><p>${words}</p></div>`,
    )}</div>`

const downloads = (table: Released): Markup => {
  const { csv, metadata, xlsx } = addressesOf(table)
  return html`<section aria-labelledby="take"><h2 id="take">Take the numbers with you</h2>
<ul class="take"><li><a class="button" href="${xlsx}" download>Spreadsheet <small>XLSX</small></a></li>
<li><a class="button" href="${csv}" download>Plain table <small>CSV</small></a></li>
<li><a class="button quiet" href="${metadata}" download>What its columns mean <small>CSVW</small></a></li></ul></section>`
}

const about = (notes: readonly Note[]): Markup => html`<section aria-labelledby="about">
<h2 id="about">About these numbers</h2>
<dl>${notes
  .filter((note) => !isFirst(note))
  .map(({ name, words }) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl></section>`

export const releasedPage = (table: Released): string => {
  const notes = notesOf(table)
  const base = baseOf(table)
  return pageFrame({
    title: table.title,
    way: html`<a class="back" href="${listAddress}">All tables</a>`,
    main: html`<div class="bubble"><h1>${table.title}</h1>
<p>${shortGeography(table)}${base !== undefined && html` · <strong>${formatCount(base)}</strong> responses`}</p></div>
${beforehand(notes)}
${chartSection(table)}
${numberSection(table)}
${downloads(table)}
${about(notes)}`,
  })
}
