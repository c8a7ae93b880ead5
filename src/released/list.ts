/** The public page of all released tables: the newest first, each with its place, base, date and files. */
import { html, type Markup } from "../../policy/report/markup.ts"
import type { Released } from "../../policy/stage.ts"
import { addressesOf } from "./address.ts"
import { framed } from "./frame.ts"
import { voluntary } from "./notes.ts"
import { baseOf, geographyOf, told } from "./shape.ts"

const inOrder = (one: Released, other: Released): number =>
  other.releasedOn < one.releasedOn ? -1 : other.releasedOn > one.releasedOn ? 1 : one.title < other.title ? -1 : 1

const listed = (table: Released): Markup => {
  const { page, csv, xlsx } = addressesOf(table)
  const base = baseOf(table)
  return html`<li><h2><a href="${page}">${table.title}</a></h2>
<p>${geographyOf(table)}${base !== undefined && html` · ${told(base)} responses`}</p>
<p class="aside">Released on ${table.releasedOn}</p>
<p class="files"><a href="${xlsx}" download aria-label="${table.title}, XLSX">XLSX</a> <a href="${csv}" download aria-label="${table.title}, CSV">CSV</a></p></li>`
}

export const listPage = (tables: readonly Released[]): string =>
  framed({
    title: "Tables",
    main: html`<div class="bubble"><h1>What children told us, in numbers</h1>
<p>Every table that has been released from The Big Ask.</p></div>
<p class="line">${voluntary}</p>
${
  tables.length === 0
    ? html`<p class="line">No table has been released yet.</p>`
    : html`<ul class="tables">${tables.toSorted(inOrder).map(listed)}</ul>`
}`,
  })
