/** The numbers as real tables: first dimension down, second across, and one table for each category of any more. */
import { total } from "../../../policy/disclosure/tables/dimension.ts"
import { labelCombinations } from "../../../policy/release/complete-table-gate.ts"
import type { Released } from "../../../policy/release/released.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { type Mark, markLink } from "./mark-link.ts"
import { countsOf, type Dimension, formatCount, placeName, withheld } from "./shape.ts"
import { formatShare, ofNobody, sharesOf } from "./shares.ts"

const responses = "Responses"

/** The total comes first. */
const totalFirst = ({ name, categories }: Dimension): Dimension => ({
  name,
  categories: [
    ...categories.filter((category) => category === total),
    ...categories.filter((category) => category !== total),
  ],
})

const isSum = (label: string): string => (label === total ? "sum" : "")

/** A cell of the page: a number, then its percentage. */
interface Shown {
  readonly column: string
  readonly count: string
  readonly share?: string
}

/** Links the first occurrence of a mark in a table to its note. */
const markedOnce = (): ((text: string) => Markup | string) => {
  const marks = new Set<string>([withheld, ofNobody])
  const isNew = (text: string): text is Mark => marks.delete(text)
  return (text) => (isNew(text) ? markLink(text) : text)
}

interface Read {
  readonly dimensions: readonly Dimension[]
  readonly countOf: ReturnType<typeof countsOf>
  readonly shareOf: ReturnType<typeof sharesOf>
}

/** More columns than a phone has room for, or than a desk has. */
const widthOf = (columns: number): string => (columns > 6 ? "broad" : columns > 2 ? "cards" : "narrow")

const oneTable = ({ dimensions, countOf, shareOf }: Read, beyond: readonly string[], caption: string): Markup => {
  const [down, across] = dimensions
  const marked = markedOnce()
  const columns = across?.categories ?? [responses]
  const shown = (row: string, column: string): Shown => {
    const labels = across ? [row, column, ...beyond] : [row]
    const count = formatCount(countOf(labels))
    return { column, count, ...(shareOf && { share: count === withheld ? "" : formatShare(shareOf(labels)) }) }
  }
  const cell = ({ column, count, share: of }: Shown): Markup =>
    html`<td role="cell" class="${count === withheld ? "kept-back" : isSum(column)}" data-column="${placeName(column)}"><span>${marked(count)}</span>${
      of !== undefined && html` <span class="share">${marked(of)}</span>`
    }</td>`
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table role="table" class="${widthOf(columns.length)}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${down?.name}</th>${columns.map(
    (column) => html`<th scope="col" role="columnheader">${placeName(column)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${down?.categories.map(
    (row) =>
      html`<tr role="row" class="${isSum(row)}"><th scope="row" role="rowheader">${placeName(row)}</th>${columns.map((column) => cell(shown(row, column)))}</tr>`,
  )}</tbody></table></div>`
}

const named = (dimensions: readonly Dimension[], labels: readonly string[]): string =>
  labels
    .map((label, at) => `${dimensions[at]?.name}: ${label === total ? "all together" : placeName(label)}`)
    .join(", ")

export const numberSection = (table: Released): Markup => {
  const beyond = table.dimensions.slice(2)
  const [first = [], ...others] = labelCombinations(beyond.map(totalFirst))
  const read = { dimensions: table.dimensions, countOf: countsOf(table), shareOf: sharesOf(table) }
  const what = read.shareOf ? "numbers of responses, and percentages of each column" : "numbers of responses"
  const captionOf = (labels: readonly string[]): string =>
    [`${table.title}, ${what}`, ...(labels.length > 0 ? [named(beyond, labels)] : [])].join(". ")
  return html`<section aria-labelledby="numbers">
<h2 id="numbers">In numbers</h2>
${oneTable(read, first, captionOf(first))}
${others.map(
  (labels) => html`<details><summary>${named(beyond, labels)}</summary>
${oneTable(read, labels, captionOf(labels))}</details>`,
)}
</section>`
}
