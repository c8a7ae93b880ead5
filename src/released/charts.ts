/** Every chart of a table, all to one scale: one for all together, then small multiples; each chart also in words. */
import { html, type Markup } from "../../policy/report/markup.ts"
import type { Released } from "../../policy/stage.ts"
import { chart, isBlank } from "./chart.ts"
import { explained } from "./explained.ts"
import { type Charts, chartsOf, mostIn, type Panel, type PanelGroup } from "./panels.ts"
import { told, withheld } from "./shape.ts"

const blank = ({ base, bars }: Panel): string =>
  base === 0 && !bars.some(({ value }) => value === withheld)
    ? "Nobody is counted here."
    : `${withheld}: every ${base === undefined ? "number" : "percentage"} here is withheld.`

const pictured = (panel: Panel, most: number, id: string): Markup =>
  isBlank(panel) ? html`<p class="aside">${blank(panel)}</p>` : chart(panel, most, id)

const captioned = ({ title, base }: Panel): Markup =>
  html`<figcaption>${title}${base !== undefined && html` <small>${told(base)} responses</small>`}</figcaption>`

const multiples = ({ title, panels }: PanelGroup, most: number, group: number): Markup => html`<h3>${title}</h3>
<div class="panels ${panels.length > 1 && "many"}">${panels.map(
  (panel, at) =>
    html`<figure>${panels.length > 1 && captioned(panel)}${pictured(panel, most, `${group}-${at}`)}</figure>`,
)}</div>`

const whatABarIs: Readonly<Record<Charts["measure"], string>> = {
  percentages:
    "A bar is a percentage of the responses in its chart, so that groups of different sizes can be compared.",
  counts: "A bar is a number of responses.",
}

export const chartSection = (table: Released): Markup => {
  const { measure, groups } = chartsOf(table)
  /** Counts of all and of a group are not compared. */
  const scaleOf = (group: PanelGroup): number => mostIn(measure === "percentages" ? groups : [group])
  const isMarked = groups.some(({ panels }) => panels.some(({ bars }) => bars.some(({ value }) => value === withheld)))
  return html`<section aria-labelledby="bars">
<h2 id="bars">In bars</h2>
<p class="aside">${whatABarIs[measure]}${groups.some(({ panels }) => panels.length > 1) && (measure === "percentages" ? " All charts have one scale." : " Charts side by side have one scale.")}${isMarked && html` A hatched stub is ${explained(withheld)}, withheld.`}</p>
${groups.map((group, at) => multiples(group, scaleOf(group), at))}
</section>`
}
