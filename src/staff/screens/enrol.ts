/** The page on which a person enrols a passkey, and the one that shows a link for it, once. */
import type { Member } from "../../../policy/capability/member.ts"
import type { Mode } from "../../../policy/data/mode.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { answer, framed, lonePage } from "./frame.ts"
import { calledShort } from "./words.ts"

export const enrolPage = (mode: Mode): Markup =>
  lonePage(
    "Enrol a passkey",
    mode,
    html`<h1>Enrol your passkey</h1>
${answer("Your device makes a key for this site alone. You unlock it with your fingerprint, face or PIN.")}
<form method="post" action="/staff/enrol" data-way="enrol" data-then="/staff/sign-in">
<p>The link works once, and for half an hour. A key that you had before stops working.</p>
<button class="button main wide">Make my passkey</button><p class="alert" role="alert"></p></form>
<section aria-labelledby="keep"><h2 id="keep">What leaves your device</h2>
<p>The public half of the key. Your fingerprint, face or PIN does not.</p></section>`,
  )

export const linkPage = (
  visit: SignedIn,
  { member, secret, needsTwo }: { readonly member: Member; readonly secret: string; readonly needsTwo: boolean },
): Markup =>
  framed(
    visit,
    "A link to enrol",
    html`${answer(
      needsTwo
        ? html`This link waits. <strong>A second person must confirm it</strong> under People and access.`
        : "This link works now, once, and for half an hour.",
    )}
<p>Give it to ${calledShort(member)} in person or by a way that nobody else reads. It is shown here once, and kept nowhere.</p>
<p class="code" translate="no">${visit.place.origin}/staff/enrol#${secret}</p>
<p><a class="button" href="/staff/people">Back to the people</a></p>`,
  )
