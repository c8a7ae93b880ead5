/** The page on which people sign in. */
import type { Mode } from "../../../policy/data/mode.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import { answer, lonePage } from "./frame.ts"

export const signInPage = (mode: Mode): Markup =>
  lonePage(
    "Sign in",
    mode,
    html`<h1>Sign in to the evidence desk</h1>
${answer(html`For the people who look after children’s answers. <strong>Children never sign in.</strong>`)}
<form method="post" action="/staff/sign-in" data-way="sign-in" data-then="/staff">
<p>Your device asks for your fingerprint, face or PIN. It never leaves the device.</p>
<button class="button main wide">Use my passkey</button><p class="alert" role="alert"></p></form>
<noscript><p class="alert">A passkey needs JavaScript, which is off in this browser. Nobody can sign in without it.</p></noscript>
<section aria-labelledby="keep"><h2 id="keep">What we keep of you</h2>
<p>A random code, the public half of your key, on which days you signed in, and what you do here. No name, no e-mail address, and no password.</p></section>
<section aria-labelledby="lost"><h2 id="lost">If you cannot get in</h2>
<p>Access ends by itself on its last day, and when training or clearance lapses. If your device is lost, an administrator gives you a new link and a second person confirms it.</p></section>`,
  )
