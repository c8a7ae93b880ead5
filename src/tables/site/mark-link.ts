/** A mark that leads to the note on what it means, and the address of that note on its page. */
import { html, type Markup } from "../../../policy/report/markup.ts"

export type Mark = "[c]" | "[z]"

export const noteId = (mark: Mark): string => `what-${mark.slice(1, -1)}-means`

export const markLink = (mark: Mark): Markup =>
  html`<a class="mark-note" href="#${noteId(mark)}" aria-label="${mark}: what it means">${mark}</a>`
