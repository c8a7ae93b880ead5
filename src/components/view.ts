/** What one screen of a survey shows; the server, the page without script and the page with it draw the same views. */
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import type { JourneyPage } from "../../surveys/journey.ts"
import type { PageNote } from "../../surveys/page-note.ts"

/** Something to say kindly above a page; it never repeats what was written. */
export type Note =
  | PageNote
  | { readonly kind: "nothing-found"; readonly question: string }
  /** With script only: without it the browser says that the network failed. */
  | { readonly kind: "search-failed"; readonly question: string }
  | { readonly kind: "try-again" }
  /** Without script only: its words are not part of the script. */
  | { readonly kind: "wait"; readonly words: string }
  | { readonly kind: "closed" }

export interface Found {
  readonly code: string
  readonly words: string
}

export interface QuestionView {
  readonly at: "question"
  readonly stop: JourneyPage<DisplayQuestion>
  /** Answers of this page given before, to be drawn as chosen. */
  readonly answers: WireAnswers
  /** Without script: token, place and earlier answers, readable by the server only. */
  readonly sealed?: string
  readonly note?: Note
  /** Words next to "other" of the question that the note is about: still there to be erased. */
  readonly own?: string
  /** What was typed into a search, by question key. */
  readonly sought?: Readonly<Record<string, string>>
  /** What a search found, by question key. */
  readonly found?: Readonly<Record<string, readonly Found[]>>
}

export interface SendingView {
  readonly at: "send"
  readonly sealed?: string
  readonly note?: Note
  readonly sending?: boolean
}

/** A child stopped, or was away: there is a way back for a minute. */
export interface StoppedView {
  readonly at: "stopped"
  readonly sealed?: string
  readonly away?: boolean
}

export type View =
  /** Without script, `sealed` says when the page was served. */
  | { readonly at: "start"; readonly sealed?: string }
  | QuestionView
  | SendingView
  | StoppedView
  /** Nothing is left to show. */
  | { readonly at: "gone" }

/** Whether there is something to stop: answers that are being given, and are not on their way. */
export const canStop = (view: View): boolean =>
  view.at === "question" || (view.at === "send" && view.sending !== true && view.note?.kind !== "closed")
