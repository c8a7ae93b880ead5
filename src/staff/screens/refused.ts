/** Says what was refused, what did not happen and what to do. */
import type { Mode } from "../../../policy/data/mode.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { answer, lonePage } from "./frame.ts"

export const refusedPage = (mode: Mode, message: string): Markup =>
  lonePage(
    "Not done",
    mode,
    html`<h1>Not done</h1>${answer(message, "stop")}<p><a class="button" href="/staff">Go to the overview</a></p>`,
  )
