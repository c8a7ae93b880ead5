/** Bars as SVG: a length is its count's share of the most, and what is withheld is a hatched stub of one length, named `[c]`. */
import { html, type Markup } from "../../policy/report/markup.ts"
import type { Bar, Panel } from "./panels.ts"
import { told, withheld } from "./shape.ts"

/** Of the width, in per cent: the rest is for the number after the longest bar. */
export const longest = 70
const signsOnALine = 29

/** Across in per cent and down in em, so that it fits any width and grows with the letters. */
const em = (length: number): string => `${Number(length.toFixed(2))}em`
const [line, thick, gap, stub] = [1.3, 0.95, 0.85, 1.6]

/** SVG does not wrap words. */
export const linesOf = (words: string): readonly string[] => {
  const lines: string[] = []
  for (const word of words.split(" ")) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= signsOnALine) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

const heightOf = ({ label }: Bar): number => linesOf(label).length * line + thick + gap

const drawn = ({ label, count }: Bar, top: number, most: number, hatch: string): Markup => {
  const lines = linesOf(label)
  const at = top + lines.length * line + 0.2
  const value = em(at + thick * 0.5 + 0.35)
  const share = count === withheld || most === 0 ? 0 : (count / most) * longest
  const words = lines.map(
    (each, row) => html`<text class="label" x="0" y="${em(top + (row + 0.8) * line)}" fill="#1f1833">${each}</text>`,
  )
  const length = count === withheld ? em(stub) : `${Number(share.toFixed(3))}%`
  return html`${words}<rect class="${count === withheld ? "stub" : "bar"}" x="0" y="${em(at)}" width="${length}" height="${em(thick)}" ${
    count === withheld ? html`fill="url(#${hatch})" stroke="#7b6f97"` : html`fill="#3d2a72"`
  }/><line class="axis" x1="0" x2="0" y1="${em(at - 0.15)}" y2="${em(at + thick + 0.15)}" stroke="#7b6f97" stroke-width="2"/><text class="value" x="${length}" y="${value}" dx="0.45em" fill="#1f1833" font-weight="700">${told(count)}</text>`
}

/** The chart in words: nothing is drawn that is not said. */
const said = ({ title, bars }: Panel): string =>
  `${title}. ${bars.map(({ label, count }) => `${label}: ${count === withheld ? `${withheld}, withheld` : told(count)}`).join("; ")}.`

/** `id` is the panel's own on its page. */
export const chart = (panel: Panel, most: number, id: string): Markup => {
  const hatch = `hatch-${id}`
  const tops = panel.bars.map((_, at) => panel.bars.slice(0, at).reduce((sum, bar) => sum + heightOf(bar), 0))
  const height = panel.bars.reduce((sum, bar) => sum + heightOf(bar), 0)
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" aria-label="${said(panel)}" width="100%" height="${em(height)}" font-size="16" font-family="system-ui, sans-serif">${
    panel.bars.some(({ count }) => count === withheld) &&
    html`<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6" fill="#fff"/><line class="hatch" x1="1.5" x2="1.5" y1="0" y2="6" stroke="#7b6f97" stroke-width="2.5"/></pattern></defs>`
  }${panel.bars.map((bar, at) => drawn(bar, tops[at] ?? 0, most, hatch))}</svg>`
}
