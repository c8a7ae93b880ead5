/** What stands at an address of no table: that it is not here, and the way to those that are. */
import { html } from "../../policy/report/markup.ts"
import { framed } from "./frame.ts"

/** `list` is the address of the list from anywhere. */
export const gonePage = (list: string): string =>
  framed({
    title: "This page is not here",
    main: html`<div class="bubble"><h1>This page is not here</h1>
<p>You have done nothing wrong.</p></div>
<p class="line">The table may have been replaced by a newer one, or its address may have been cut short.</p>
<ul class="take"><li><a class="button" href="${list}">See all tables</a></li></ul>`,
  })
