/** The pages on which a person proves an act that a command carries out: type the code, read what it will do, prove it. */
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { answer, framed, provedForm } from "./frame.ts"

export const codePage = (visit: SignedIn): Markup =>
  framed(
    visit,
    "Prove a command",
    html`${answer("A command that acts in your name waits until you prove, here, that it is you.")}
<form method="post" action="/staff/command"><div class="field"><label for="code">The code that the command printed</label>
<p class="hint" id="how">Two groups of four letters and numbers.</p>
<input id="code" name="code" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="how"></div>
<button class="button main">Show what it will do</button></form>
<section><h2>Nobody at a shell can be you</h2><p>Without this proof a live deployment checks, releases, extends, destroys and witnesses nothing in your name. In a rehearsal it does, and records “operator, not verified”.</p></section>`,
  )

const acts: Readonly<Record<string, string>> = {
  "check-output": "check a table, as one of its two checkers",
  "release-table": "publish or withdraw a table",
  "widen-geography": "decide how fine a published table may be",
  "extend-retention": "keep a day’s answers longer",
  "destroy-data": "destroy a day’s answers, or confirm the date for it",
  "close-collection": "close the collection before its window ends",
  witness: "name you as a witness who sees the collection closed",
}

export const requestPage = (
  visit: SignedIn,
  { act, code }: { readonly act: string; readonly code: string },
): Markup => {
  const [power = "", subject = ""] = act.split(":")
  return framed(
    visit,
    "Prove a command",
    html`${answer(html`A command is about to <strong>${acts[power] ?? power}</strong> in your name.`)}
<dl class="facts"><div><dt>On what</dt><dd class="code">${subject}</dd></div><div><dt>Needs</dt><dd>your passkey, once, for this act alone</dd></div></dl>
${provedForm(
  act,
  "/staff/command/approve",
  html`<input type="hidden" name="code" value="${code}"><div class="buttons"><a class="button main" href="/staff/command">Do not agree</a><button class="button">Use my passkey, and agree</button></div>`,
)}`,
  )
}

export const provedPage = (visit: SignedIn): Markup =>
  framed(
    visit,
    "Prove a command",
    html`${answer("You proved it. The command goes on, once.", "ok")}<p><a class="button" href="/staff">Go to the overview</a></p>`,
  )
