/** The words for what the code calls by a short name; an answer always has a sign, and always its words too. */
import type { AttestationState } from "../dpia/attestation.ts"
import type { Layer } from "../layer.ts"
import type { Kept } from "./kept.ts"
import { html, type Markup } from "./markup.ts"
import type { Unchecked } from "./report.ts"

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

/** An answer to *Is it kept?*, the state of a decision (open, waived for now, or made), or of an attestation. */
export type Mark = Kept | "needs" | "waived" | "settled" | AttestationState

const looks: Readonly<Record<Mark, Look>> = {
  upheld: { kind: "upheld", sign: "✓" },
  broken: { kind: "broken", sign: "✕" },
  "not-checked": { kind: "idle", sign: "○" },
  needs: { kind: "needs", sign: "?" },
  waived: { kind: "waived", sign: "…" },
  settled: { kind: "settled", sign: "–" },
  attested: { kind: "settled", sign: "✓" },
  lapsed: { kind: "needs", sign: "!" },
  missing: { kind: "idle", sign: "○" },
}

export const kindOf = (mark: Mark): string => looks[mark].kind

export const badge = (mark: Mark, words: string): Markup =>
  html`<span class="status ${looks[mark].kind}"><span aria-hidden="true">${looks[mark].sign}</span> ${words}</span>`

const keptWords = { upheld: "Upheld", broken: "Broken", "not-checked": "Not checked" } as const satisfies Record<
  Kept,
  string
>

/** Answers *Is it kept?* */
export const keptBadge = (kept: Kept): Markup => badge(kept, keptWords[kept])

/** Answers *Does it need a decision?* */
export const needsBadge = (needs: string | null): Markup =>
  needs === null ? badge("settled", "No decision") : badge("needs", "Needs a decision")

export const attestationBadge = (state: AttestationState): Markup => badge(state, capital(state))

/** A rule by its id, as words. */
export const nameOf = (id: string): string => capital(id.replaceAll("-", " ").replace("dpia", "DPIA"))

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const unchecked = ({ because }: Unchecked): Markup => html`Not checked: ${because}.`

export const sentence = (words: string): string => (/[.!?”]$/.test(words) ? words : `${words}.`)
