/** The page of a withdrawn table: that it is withdrawn, since when, and what to do with numbers taken from it. No number. */
import type { Released } from "../../../policy/release/released.ts"
import { html } from "../../../policy/report/markup.ts"
import { listAddress } from "./address.ts"
import { pageFrame } from "./frame.ts"
import { publisher } from "./notes.ts"

/** By the certificate of a table, the day on which it was withdrawn. */
export type Withdrawn = ReadonlyMap<string, string>

export const withdrawnPage = ({ title, releasedOn, audit }: Released, on: string): string =>
  pageFrame({
    title: `Withdrawn: ${title}`,
    way: html`<a class="back" href="${listAddress}">All tables</a>`,
    main: html`<div class="bubble"><h1>${title}</h1><p><strong>Withdrawn</strong> on ${on}</p></div>
<p class="line">The ${publisher} withdrew this table, which was released on ${releasedOn}. Please delete any copy, and do not use or pass on its numbers.</p>
<dl><div><dt>Certificate</dt><dd>${audit}</dd></div></dl>`,
  })
