/** Every chart of a table: one for all together, then small multiples, each group to one scale, and each chart also in words. */
import { html, type Markup } from "../../policy/report/markup.ts"
import type { Released } from "../../policy/stage.ts"
import { chart, isBlank } from "./chart.ts"
import { type Panel, type PanelGroup, panelGroupsOf } from "./panels.ts"
import { withheld } from "./shape.ts"

const pictured = (panel: Panel, most: number, id: string): Markup =>
  isBlank(panel) ? html`<p class="aside">${withheld}: every number here is withheld.</p>` : chart(panel, most, id)

const multiples = ({ title, panels, most }: PanelGroup, group: number): Markup => html`<h3>${title}</h3>
${panels.length > 1 && html`<p class="aside">These charts have one scale: a bar twice as long is twice as many.</p>`}
<div class="panels ${panels.length > 1 && "many"}">${panels.map(
  (panel, at) =>
    html`<figure>${panels.length > 1 && html`<figcaption>${panel.title}</figcaption>`}${pictured(
      panel,
      most,
      `${group}-${at}`,
    )}</figure>`,
)}</div>`

export const chartSection = (table: Released): Markup => html`<section aria-labelledby="bars">
<h2 id="bars">In bars</h2>
${panelGroupsOf(table).map(multiples)}
</section>`
