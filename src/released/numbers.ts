/** The numbers as real tables: first dimension down, second across, and one table for each category of any more. */
import { total } from "../../policy/disclosure/tables/dimension.ts"
import { crossOf } from "../../policy/disclosure/whole-cross.ts"
import { html, type Markup } from "../../policy/report/markup.ts"
import type { Released } from "../../policy/stage.ts"
import { type Count, countsOf, type Dimension, placeName, told, withheld } from "./shape.ts"

const responses = "Responses"

/** What is all of them together is read first. */
const totalFirst = ({ name, categories }: Dimension): Dimension => ({
  name,
  categories: [
    ...categories.filter((category) => category === total),
    ...categories.filter((category) => category !== total),
  ],
})

const isSum = (label: string): string => (label === total ? "sum" : "")

const cell = (column: string, count: Count): Markup =>
  html`<td role="cell" class="${count === withheld ? "kept-back" : isSum(column)}" data-column="${placeName(column)}">${told(count)}</td>`

const oneTable = (table: Released, beyond: readonly string[], caption: string): Markup => {
  const [down, across] = table.dimensions
  const countOf = countsOf(table)
  const columns = across?.categories ?? [responses]
  const countIn = (row: string, column: string): Count => countOf(across ? [row, column, ...beyond] : [row])
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table role="table" class="${columns.length > 2 && "cards"}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${down?.name}</th>${columns.map(
    (column) => html`<th scope="col" role="columnheader">${placeName(column)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${down?.categories.map(
    (row) =>
      html`<tr role="row" class="${isSum(row)}"><th scope="row" role="rowheader">${placeName(row)}</th>${columns.map((column) => cell(column, countIn(row, column)))}</tr>`,
  )}</tbody></table></div>`
}

const named = (dimensions: readonly Dimension[], labels: readonly string[]): string =>
  labels.map((label, at) => `${dimensions[at]?.name}: ${placeName(label)}`).join(", ")

export const numberSection = (table: Released): Markup => {
  const beyond = table.dimensions.slice(2)
  const [first = [], ...others] = crossOf(beyond.map(totalFirst))
  const captionOf = (labels: readonly string[]): string =>
    [`${table.title}, numbers of responses`, ...(labels.length > 0 ? [named(beyond, labels)] : [])].join(". ")
  return html`<section aria-labelledby="numbers">
<h2 id="numbers">In numbers</h2>
${oneTable(table, first, captionOf(first))}
${others.map(
  (labels) => html`<details><summary>${named(beyond, labels)}</summary>
${oneTable(table, labels, captionOf(labels))}</details>`,
)}
</section>`
}
