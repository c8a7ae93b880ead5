/** A whole form to print, from the same definition as on a screen: the privacy information first, then every question. */
import type { Fact, Form, PrivacyInformation } from "../../policy/data/form.ts"
import { emergency, helpLines } from "../../policy/data/help-lines.ts"
import { html, type Markup } from "../../policy/report/markup.ts"
import { headedParts } from "../../surveys/privacy-information/headed-parts.ts"
import { bandOf } from "../components/band.ts"
import { questionOnPaper } from "./paper-question.ts"
import { paperStyle } from "./paper-style.ts"

const fact = ({ words, picture }: Fact, isPictured: boolean): Markup =>
  picture !== undefined && isPictured
    ? html`<li class="sentence"><img src="/pictures/${picture}.svg" width="64" height="64" alt=""><span>${words}</span></li>`
    : html`<li>${words}</li>`

const notice = (information: PrivacyInformation, isPictured: boolean): Markup =>
  html`<section><h2>${information.title}</h2>${headedParts.map(
    ([part, heading]) =>
      html`<h3>${heading}</h3><ul class="${isPictured ? "pictured" : "facts"}">${information[part].map((each) => fact(each, isPictured))}</ul>`,
  )}</section>`

const howToFill = [
  "Use a pen. Put a tick in the boxes that are true for you.",
  "You can leave out any question. You can stop at any time.",
  "Please do not write your name anywhere.",
  "Two people copy your ticks into the computer, and compare, so that no answer goes wrong.",
] as const

const questions = (form: Form, isPictured: boolean): readonly Markup[] => {
  let number = 0
  return form.sections.map(({ key, title }) => {
    const asked = form.pages.filter(({ section }) => section === key).flatMap((page) => page.questions)
    return html`<section><h2>${title}</h2>${asked.map((question) => questionOnPaper(form, question, ++number, isPictured))}</section>`
  })
}

const help = html`<aside class="help"><p><b>Do you need to talk?</b> It is free.</p><ul>${[...helpLines, emergency].map(
  ({ name, does, number }) => html`<li><b>${name}</b> ${does} <b>${number}</b></li>`,
)}</ul></aside>`

/** A document that any browser prints: it holds its own style, and asks for nothing but pictures. */
export const paperForm = (form: Form): string => {
  const { large, ages } = bandOf[form.id]
  const { parent, child } = form.privacy
  const { text } = html`<header><b>The Big Ask</b><p>Ages ${ages}</p></header>
<main><h1>${form.title}</h1>
${parent && notice(parent, false)}${notice(child, large)}
<section><h2>How to fill this in</h2><ul class="facts">${howToFill.map((each) => html`<li>${each}</li>`)}</ul></section>
${questions(form, large)}
${help}</main>`
  const title = html`${form.title}, ages ${ages}, on paper`.text
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${paperStyle}</style></head><body>${text}</body></html>\n`
}
