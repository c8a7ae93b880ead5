/** Answers an address without a table, and leads to the tables that exist. */
import { html } from "../../../policy/report/markup.ts"
import { pageFrame } from "./frame.ts"

/** `list` is the address of the list from anywhere. */
export const notFoundPage = (list: string): string =>
  pageFrame({
    title: "This page is not here",
    main: html`<div class="bubble"><h1>This page is not here</h1>
<p>You have done nothing wrong.</p></div>
<p class="line">The table may have been replaced by a newer one, or its address may have been cut short.</p>
<ul class="take"><li><a class="button" href="${list}">See all tables</a></li></ul>`,
  })
