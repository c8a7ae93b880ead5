/** Draws the marks of the staff pages: the sign of The Big Ask, and a shape for each state, so that no colour speaks alone. */
import { html, type Markup } from "../../../policy/report/markup.ts"

/** The name, in strokes, as on the children's pages. */
export const sign = html`<svg class="mark" viewBox="0 0 378 112" width="162" height="48" role="img" aria-label="The Big Ask"><g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"><g stroke-width="7"><path d="M12 23v22a8 8 0 0 0 8 8M4 32h15"/><path d="M29 17v36M29 44a9 9 0 0 1 18 0v9"/><path d="M57 43h18a9 9 0 1 0-3 7"/></g><g stroke-width="14"><path d="M94 16v44a20 20 0 1 0 40 0a20 20 0 1 0-40 0"/><path d="M154 42v38"/><path d="M214 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M214 42v42a20 20 0 0 1-37 10"/><path d="M282 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M282 42v38"/><path d="M327 47c-3-5-8-7-13-7c-8 0-13 4-13 10c0 14 28 6 28 20c0 6-6 10-14 10c-6 0-11-2-14-7"/><path d="M345 16v64M367 42l-20 18M353 55l15 25"/></g></g><path class="dot" d="M142 16a12 12 0 1 1 14 12l-8 8l1-8.500a12 12 0 0 1-7-11.500z"/></svg>`

/** A full disc with a tick, a triangle, an octagon with a cross, a broken ring. */
const shapes = {
  ok: html`<circle cx="8" cy="8" r="8" fill="currentColor"/><path class="cut" d="M4 8.500l2.700 2.500l5.300-5.700"/>`,
  wait: html`<path d="M8 .500l7.700 14.500H.300z" fill="currentColor"/><path class="cut" d="M8 5.500v4.500M8 11.700v1.600"/>`,
  stop: html`<path d="M4.700 0h6.600L16 4.700v6.600L11.300 16H4.700L0 11.300V4.700z" fill="currentColor"/><path class="cut" d="M5 5l6 6M11 5l-6 6"/>`,
  off: html`<circle cx="8" cy="8" r="6.800" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.200 2"/>`,
} as const

export type State = keyof typeof shapes

export const status = (state: State, words: string): Markup =>
  html`<span class="status ${state}"><svg viewBox="0 0 16 16" aria-hidden="true">${shapes[state]}</svg>${words}</span>`
