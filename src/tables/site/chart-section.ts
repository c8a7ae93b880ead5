/** Every chart of a table, all to one scale: one for all together, then small multiples; each chart also in words. */

import type { Released } from "../../../policy/release/released.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { chart, isBlank } from "./chart.ts"
import { markLink } from "./mark-link.ts"
import { type Charts, chartsOf, mostIn, type Panel, type PanelGroup } from "./panels.ts"
import { formatCount, withheld } from "./shape.ts"

const blank = ({ base, bars }: Panel): string =>
  base === 0 && !bars.some(({ value }) => value === withheld)
    ? "Nobody is counted here."
    : `${withheld}: every ${base === undefined ? "number" : "percentage"} here is withheld.`

const pictured = (panel: Panel, most: number, id: string): Markup =>
  isBlank(panel) ? html`<p class="aside">${blank(panel)}</p>` : chart(panel, most, id)

const captioned = ({ title, base }: Panel): Markup =>
  html`<figcaption>${title}${base !== undefined && html` <small>${formatCount(base)} responses</small>`}</figcaption>`

const multiples = ({ title, panels }: PanelGroup, most: number, group: number): Markup => html`<h3>${title}</h3>
<div class="panels ${panels.length > 1 && "many"}">${panels.map(
  (panel, at) =>
    html`<figure>${panels.length > 1 && captioned(panel)}${pictured(panel, most, `${group}-${at}`)}</figure>`,
)}</div>`

/** The words before the charts. */
const whatABarIs = ({ measure, groups }: Charts): readonly string[] => {
  const isCompared = groups.some(({ panels }) => panels.length > 1)
  const isMarked = groups.some(({ panels }) => panels.some(({ bars }) => bars.some((bar) => bar.ofAll !== undefined)))
  const bar =
    measure === "counts"
      ? "A bar is a number of responses."
      : isCompared
        ? "A bar is a percentage of the responses in its chart, so that groups of different sizes can be compared."
        : "A bar is a percentage of all responses."
  return [
    bar,
    ...(isMarked ? ["The line across it is the percentage of all together."] : []),
    ...(isCompared ? ["Charts side by side have one scale."] : []),
  ]
}

export const chartSection = (table: Released): Markup => {
  const charts = chartsOf(table)
  /** Counts of all and of a group are not compared. */
  const scaleOf = (group: PanelGroup): number => mostIn(charts.measure === "percentages" ? charts.groups : [group])
  const bars = charts.groups.flatMap(({ panels }) => panels.flatMap((panel) => panel.bars))
  return html`<section aria-labelledby="bars">
<h2 id="bars">In bars</h2>
<p class="aside">${whatABarIs(charts).join(" ")}${
    bars.some(({ value }) => value === withheld) && html` A hatched stub is ${markLink(withheld)}, withheld.`
  }</p>
${charts.groups.map((group, at) => multiples(group, scaleOf(group), at))}
</section>`
}
