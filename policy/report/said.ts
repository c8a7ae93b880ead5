/** The words for what the code calls by a short name; a status always has a sign, and always its words too. */
import type { Layer } from "../rule.ts"
import { html, type Markup } from "./markup.ts"
import type { Unchecked } from "./report.ts"
import type { Status } from "./status.ts"

export const layerWords: Readonly<Record<Layer, string>> = {
  types: "It cannot be written: code that breaks it does not compile.",
  schema: "It cannot be sent: what comes in is decoded strictly, and anything else is refused.",
  runtime: "It is refused as it happens, by a gate that every response or release passes.",
  database: "It cannot be stored: the database itself refuses.",
  test: "Tests look for a breach each time the code changes.",
  people: "People must do their part, and record it.",
}

interface Look {
  readonly kind: string
  readonly sign: string
}

const looks: Readonly<Record<Status, Look>> = {
  upheld: { kind: "upheld", sign: "✓" },
  broken: { kind: "broken", sign: "✕" },
  "needs a decision": { kind: "needs", sign: "?" },
  waived: { kind: "waived", sign: "…" },
  "not checked": { kind: "idle", sign: "○" },
}

export const kindOf = (status: Status): string => looks[status].kind

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const badge = (status: Status, words: string = capital(status)): Markup =>
  html`<span class="status ${looks[status].kind}"><span aria-hidden="true">${looks[status].sign}</span> ${words}</span>`

export const unchecked = ({ because }: Unchecked): Markup => html`Not checked: ${because}.`

export const sentence = (words: string): string => (/[.!?”]$/.test(words) ? words : `${words}.`)
