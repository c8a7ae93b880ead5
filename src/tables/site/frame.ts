/** Frames a released page in the site's own look, without script, other files or other hosts. */
import { html, Markup } from "../../../policy/report/markup.ts"
import { publisher } from "./notes.ts"
import { style } from "./style.ts"

interface Framed {
  readonly title: string
  readonly main: Markup
  readonly way?: Markup
}

export const pageFrame = ({ title, main, way }: Framed): string =>
  html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · The Big Ask</title>
<style>${new Markup(style)}</style></head>
<body>
<header class="top">${mark}${way}</header>
<main>
${main}
</main>
<footer class="foot"><p>The Big Ask, by the ${publisher}.</p></footer>
</body></html>
`.text

export const mark = html`<svg class="mark" viewBox="0 0 378 112" width="189" height="56" role="img" aria-label="The Big Ask"><g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"><g stroke-width="7"><path d="M12 23v22a8 8 0 0 0 8 8M4 32h15"/><path d="M29 17v36M29 44a9 9 0 0 1 18 0v9"/><path d="M57 43h18a9 9 0 1 0-3 7"/></g><g stroke-width="14"><path d="M94 16v44a20 20 0 1 0 40 0a20 20 0 1 0-40 0"/><path d="M154 42v38"/><path d="M214 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M214 42v42a20 20 0 0 1-37 10"/><path d="M282 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M282 42v38"/><path d="M327 47c-3-5-8-7-13-7c-8 0-13 4-13 10c0 14 28 6 28 20c0 6-6 10-14 10c-6 0-11-2-14-7"/><path d="M345 16v64M367 42l-20 18M353 55l15 25"/></g></g><path class="dot" d="M142 16a12 12 0 1 1 14 12l-8 8l1-8.500a12 12 0 0 1-7-11.500z"/></svg>`
