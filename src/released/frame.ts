/** What stands around a released page: the site's own look, no script, no other file and no other host. */
import { html, Markup } from "../../policy/report/markup.ts"
import { mark } from "./mark.ts"
import { publisher } from "./notes.ts"
import { style } from "./style.ts"

interface Framed {
  readonly title: string
  readonly main: Markup
  readonly way?: Markup
}

export const framed = ({ title, main, way }: Framed): string =>
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
