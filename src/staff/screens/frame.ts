/** Puts a staff page together: the sign, who is signed in, the screens of this person's role, and the page itself. */
import type { Mode } from "../../../policy/data/mode.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { sign } from "./marks.ts"
import { calledShort } from "./words.ts"

interface Page {
  readonly title: string
  readonly mode: Mode
  readonly body: Markup
}

const rehearsal = html`<aside class="strip" aria-label="Rehearsal"><p>Rehearsal. Answers are made up, and people are for practice.</p></aside>`

/** Scripts come last and in order: the second uses the first. */
const whole = ({ title, mode, body }: Page, kind: string): Markup => html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – The Big Ask</title>
<link rel="stylesheet" href="/staff/style.css"><script defer src="/staff/webauthn.js"></script><script defer src="/staff/proof.js"></script></head>
<body class="${kind}"><a class="skip" href="#main">Skip to the content</a>
${mode === "rehearsal" && rehearsal}
${body}</body></html>
`

/** Before anybody is signed in. */
export const lonePage = (title: string, mode: Mode, main: Markup): Markup =>
  whole({ title, mode, body: html`<header class="bar">${sign}</header><main id="main">${main}</main>` }, "lone")

const screens = [
  { path: "/staff", words: "Overview", powers: undefined },
  { path: "/staff/people", words: "People and access", powers: ["read-report", "administer-access"] },
  { path: "/staff/ledger", words: "Record of actions", powers: ["read-report"] },
  { path: "/staff/command", words: "Prove a command", powers: undefined },
] as const

const menu = ({ powers, url }: SignedIn): Markup => {
  const mine = screens.filter((each) => each.powers === undefined || each.powers.some((one) => powers.includes(one)))
  const items = mine.map(({ path, words }) =>
    url.pathname === path
      ? html`<li><a href="${path}" aria-current="page">${words}</a></li>`
      : html`<li><a href="${path}">${words}</a></li>`,
  )
  return html`<nav class="menu" aria-label="Screens"><ul>${items}</ul></nav>`
}

export const framed = (visit: SignedIn, title: string, main: Markup): Markup =>
  whole(
    {
      title,
      mode: visit.place.storage.mode,
      body: html`<header class="bar"><a class="home" href="/staff">${sign}</a>
<div class="who"><span>${calledShort(visit.member)}</span><form method="post" action="/staff/sign-out"><button class="button small">Sign out</button></form></div></header>
<div class="frame">${menu(visit)}<main id="main"><h1>${title}</h1>${main}</main></div>
<footer class="foot"><p>You are signed out after 15 minutes without use, and after 8 hours in any case. What you do here is recorded.</p></footer>`,
    },
    "desk",
  )

/** The answer of a screen, in one sentence, and always first. */
export const answer = (words: Markup | string, state: "" | "ok" | "stop" = ""): Markup =>
  html`<div class="answer ${state}"><p>${words}</p></div>`

/** A form whose act needs fresh proof: the script asks for the passkey, then sends it. */
export const provedForm = (act: string, action: string, fields: Markup): Markup =>
  html`<form method="post" action="${action}" data-way="prove" data-act="${act}">${fields}<p class="alert" role="alert"></p></form>`
