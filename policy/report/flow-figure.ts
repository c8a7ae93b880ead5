/** Draws how data flow: a box for each place, an arrow with a number for each step; the words stand in a list after it. */
import { html, type Markup } from "./markup.ts"
import type { Report } from "./report.ts"

interface Box {
  readonly place: string
  readonly x: number
  readonly y: number
}

const [width, height] = [150, 58]

/** Two rows: places that data pass through above, where they end below. */
const boxes: readonly Box[] = [
  { place: "child", x: 10, y: 20 },
  { place: "web server", x: 240, y: 20 },
  { place: "secure network", x: 470, y: 20 },
  { place: "published", x: 700, y: 20 },
  { place: "shared device", x: 10, y: 170 },
  { place: "processor", x: 240, y: 170 },
  { place: "the public", x: 700, y: 170 },
]

const boxOf = (place: string): Box | undefined => boxes.find((each) => each.place === place)

/** From the edge of one box to the edge of the next. */
const ends = (from: Box, to: Box): readonly [number, number, number, number] => {
  const [middle, half] = [from.x + width / 2, height / 2]
  if (from.y === to.y) return [from.x + width, from.y + half, to.x - 8, to.y + half]
  return [middle, from.y + height, to.x + width / 2, to.y - 8]
}

/** The head of an arrow that goes right or down. */
const head = (x: number, y: number, isLevel: boolean): Markup =>
  html`<path class="arrow-head" d="${isLevel ? `M${x} ${y - 5}L${x + 8} ${y}L${x} ${y + 5}z` : `M${x - 5} ${y}L${x} ${y + 8}L${x + 5} ${y}z`}"/>`

const arrow = (from: Box, to: Box, no: number): Markup => {
  const [x1, y1, x2, y2] = ends(from, to)
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return html`<line class="flow" x1="${String(x1)}" y1="${String(y1)}" x2="${String(x2)}" y2="${String(y2)}"/>${head(x2, y2, from.y === to.y)}<circle class="step" cx="${String(x)}" cy="${String(y)}" r="12"/><text x="${String(x)}" y="${String(y + 5)}" text-anchor="middle">${String(no)}</text>`
}

const drawn = ({ place, x, y }: Box, { places }: Report["flow"]): Markup => {
  const held = places.find((each) => each.place === place)
  const words = held === undefined ? "" : `${held.assets} ${held.assets === 1 ? "asset" : "assets"}`
  const line = held === undefined ? y + 34 : y + 26
  return html`<rect class="box" x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="10"/><text class="place" x="${String(x + width / 2)}" y="${String(line)}" text-anchor="middle">${place.charAt(0).toUpperCase() + place.slice(1)}</text>${held !== undefined && html`<text x="${String(x + width / 2)}" y="${String(y + 45)}" text-anchor="middle">${words}</text>`}`
}

/** The places and steps that the figure has no box for; a test holds it empty. */
export const undrawn = ({ places, steps }: Report["flow"]): readonly string[] =>
  [...places.map(({ place }) => place), ...steps.flatMap(({ from, to }) => [from, to])].filter(
    (place) => boxOf(place) === undefined,
  )

const told = ({ steps }: Report["flow"]): string =>
  `Data flow in ${steps.length} steps: ${steps.map(({ from, to }, at) => `${at + 1}, ${from} to ${to}`).join("; ")}. The list after the figure says what moves.`

export const flowFigure = (
  flow: Report["flow"],
): Markup => html`<figure class="wide" role="region" aria-label="Data flow" tabindex="0"><svg viewBox="0 0 860 248" role="img" aria-label="${told(flow)}">
${flow.steps.map(({ from, to }, at) => {
  const [first, second] = [boxOf(from), boxOf(to)]
  return first !== undefined && second !== undefined && arrow(first, second, at + 1)
})}
${boxes.map((box) => drawn(box, flow))}
</svg></figure>`
