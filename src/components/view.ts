/** What one screen of a survey shows; the server, the page without script and the page with it draw the same views. */
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { AskedQuestion } from "../../surveys/asked.ts"
import type { Stop } from "../../surveys/journey.ts"
import type { PageNote } from "../../surveys/page-note.ts"

/** Something to say kindly above a page; it never repeats what was written. */
export type Note =
  | PageNote
  | { readonly kind: "nothing-found"; readonly question: string }
  | { readonly kind: "try-again" }
  | { readonly kind: "closed" }

export interface Found {
  readonly code: string
  readonly words: string
}

export interface QuestionView {
  readonly at: "question"
  readonly stop: Stop<AskedQuestion>
  /** Answers of this page given before, to be drawn as chosen. */
  readonly answers: WireAnswers
  /** Without script: token, place and earlier answers, readable by the server only. */
  readonly sealed?: string
  readonly note?: Note
  /** Words beside "other" of the question that the note is about: still there to be rubbed out. */
  readonly own?: string
  /** What a search found, by question key. */
  readonly found?: Readonly<Record<string, readonly Found[]>>
}

export type View =
  | { readonly at: "start" }
  | QuestionView
  | { readonly at: "send"; readonly sealed?: string; readonly note?: Note; readonly sending?: boolean }
  | { readonly at: "finished" }
  | { readonly at: "stopped" }
