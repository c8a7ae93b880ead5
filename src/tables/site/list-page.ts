/** The public page of all released tables: the newest first, each with its place, base, date and files; many of them by topic. */

import type { Released } from "../../../policy/release/released.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { addressesOf, slug } from "./address.ts"
import { pageFrame } from "./frame.ts"
import { voluntary } from "./notes.ts"
import { shortGeography } from "./place.ts"
import { baseOf, formatCount } from "./shape.ts"
import type { Withdrawn } from "./withdrawn-page.ts"

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const inOrder = (one: Released, other: Released): number =>
  compared(other.releasedOn, one.releasedOn) || compared(one.title, other.title)

/** `level` is the heading that each has under those before it. */
const listed = (table: Released, level: "h2" | "h3", withdrawn: Withdrawn): Markup => {
  const { page, csv, xlsx } = addressesOf(table)
  const base = baseOf(table)
  const link = html`<a href="${page}">${table.title}</a>`
  const heading = level === "h2" ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`
  const withdrawnOn = withdrawn.get(table.audit)
  if (withdrawnOn !== undefined) return html`<li>${heading}<p class="aside">Withdrawn on ${withdrawnOn}</p></li>`
  return html`<li>${heading}
<p>${shortGeography(table)}${base !== undefined && html` · ${formatCount(base)} responses`}</p>
<p class="aside">Released on ${table.releasedOn}</p>
<p class="files"><a href="${xlsx}" download aria-label="${table.title}, XLSX">XLSX</a> <a href="${csv}" download aria-label="${table.title}, CSV">CSV</a></p></li>`
}

const listOf = (tables: readonly Released[], level: "h2" | "h3", withdrawn: Withdrawn): Markup =>
  html`<ul class="tables">${tables.map((table) => listed(table, level, withdrawn))}</ul>`

interface Topic {
  readonly name: string
  readonly id: string
  readonly tables: readonly Released[]
}

/** Grouped by the first dimension of each table, the question asked. */
const topicsOf = (tables: readonly Released[]): readonly Topic[] =>
  [...Map.groupBy(tables, ({ dimensions }) => dimensions[0]?.name ?? "")]
    .toSorted(([one], [other]) => compared(one, other))
    .map(([name, within], at) => ({ name, id: `topic-${at + 1}-${slug(name, "-")}`, tables: within }))

/** Found at a glance, without a way to them. */
const fewTables = 6

const byTopic = (
  topics: readonly Topic[],
  withdrawn: Withdrawn,
): Markup => html`<nav class="topics" aria-labelledby="topics">
<h2 id="topics">Topics</h2>
<ul>${topics.map(({ name, id, tables }) => html`<li><a href="#${id}">${name} <small>${String(tables.length)}</small></a></li>`)}</ul></nav>
${topics.map(
  ({ name, id, tables }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
${listOf(tables, "h3", withdrawn)}</section>`,
)}`

const found = (tables: readonly Released[], withdrawn: Withdrawn): Markup => {
  if (tables.length === 0) return html`<p class="line">No table has been released yet.</p>`
  const topics = topicsOf(tables)
  return tables.length > fewTables && topics.length > 1 ? byTopic(topics, withdrawn) : listOf(tables, "h2", withdrawn)
}

export const listPage = (tables: readonly Released[], withdrawn: Withdrawn = new Map()): string =>
  pageFrame({
    title: "Tables",
    main: html`<div class="bubble"><h1>What children answered, in numbers</h1>
<p>Every table that has been released from The Big Ask${tables.length > fewTables && `: ${tables.length} so far`}.</p></div>
<p class="line">${voluntary}</p>
${found(tables.toSorted(inOrder), withdrawn)}`,
  })
