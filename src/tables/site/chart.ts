/** Draws bars as SVG: each length is its number's share of the largest; a withheld number is a hatched stub, named `[c]`. */
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { Bar, Panel } from "./panels.ts"
import { formatCount, withheld } from "./shape.ts"
import { ofNobody } from "./shares.ts"

/** Of the width, in per cent: the rest is for the number after the longest bar. */
export const longest = 70

/** Across in per cent and down in em, so that it fits any width and grows with the letters. */
const em = (length: number): string => `${Number(length.toFixed(2))}em`

const [thick, over, stub] = [0.95, 0.15, 1.6]

const isWithheld = ({ value }: Bar): boolean => value === withheld

const hatching = (hatch: string): Markup =>
  html`<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6" fill="#fff"/><line class="hatch" x1="1.5" x2="1.5" y1="0" y2="6" stroke="#7b6f97" stroke-width="2.5"/></pattern></defs>`

/** Across every bar of one group, where all together would end. */
const mark = (at: string): Markup =>
  html`<line class="halo" x1="${at}" x2="${at}" y1="0" y2="100%" stroke="#fff" stroke-width="4"/><line class="of-all" x1="${at}" x2="${at}" y1="0" y2="100%" stroke="#7b6f97" stroke-width="2"/>`

const percent = (length: number): string => `${Number(length.toFixed(3))}%`

/** The label above it is text of the page, since SVG does not wrap text. */
const drawn = (bar: Bar, most: number, hatch: string, defines: boolean): Markup => {
  const scaled = (value: number): number => (most === 0 ? 0 : (value / most) * longest)
  const share = typeof bar.value === "number" ? scaled(bar.value) : 0
  const length = isWithheld(bar) ? em(stub) : percent(share)
  const marked = typeof bar.value === "number" ? bar.ofAll : undefined
  const end = marked === undefined ? length : percent(Math.max(share, scaled(marked)))
  return html`<p>${bar.label}</p><svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${em(thick + 2 * over)}" font-size="16">${
    defines && hatching(hatch)
  }<rect class="${isWithheld(bar) ? "stub" : "bar"}" x="0" y="${em(over)}" width="${length}" height="${em(thick)}" ${
    isWithheld(bar) ? html`fill="url(#${hatch})" stroke="#7b6f97"` : html`fill="#3d2a72"`
  }/><line class="axis" x1="0" x2="0" y1="0" y2="100%" stroke="#7b6f97" stroke-width="2"/>${
    marked !== undefined && mark(percent(scaled(marked)))
  }<text x="${end}" y="${em(over + thick * 0.5 + 0.35)}" dx="0.45em" fill="#1f1833" font-weight="700">${bar.told}</text></svg>`
}

/** `id` is the panel's own on its page. */
export const chart = (panel: Panel, most: number, id: string): Markup => {
  const first = panel.bars.findIndex(isWithheld)
  return html`<div class="bars" role="img" aria-label="${describePanel(panel)}">${panel.bars.map((bar, at) =>
    drawn(bar, most, `hatch-${id}`, at === first),
  )}</div>`
}

/** There is nothing to compare in it. */
export const isBlank = ({ bars }: Panel): boolean => bars.every(({ value }) => typeof value !== "number")

const mostBars = 12

const mostNamed = 5

const meanings: Readonly<Record<string, string>> = { [withheld]: ", withheld", [ofNobody]: ", nobody is counted" }

const said = ({ label, told: number }: Bar): string => `${label}: ${number}${meanings[number] ?? ""}`

const numberOf = ({ value }: Bar): number => (typeof value === "number" ? value : -1)

const wordsOf = (bars: readonly Bar[]): string => {
  if (bars.length <= mostBars) return bars.map(said).join("; ")
  const first = bars.toSorted((one, other) => numberOf(other) - numberOf(one)).slice(0, mostNamed)
  const kept = bars.filter(({ value }) => value === withheld).length
  const how = `${bars.length} bars${kept > 0 ? `, ${kept} of them withheld` : ""}`
  return `${how}; the longest are ${first.map(said).join("; ")}. All of them are in the tables of numbers`
}

export const describePanel = ({ title, base, bars }: Panel): string => {
  const whole =
    base === undefined ? "" : `, ${base === withheld ? `${withheld}, withheld,` : formatCount(base)} responses`
  return `${title}${whole}. ${wordsOf(bars)}.`
}
