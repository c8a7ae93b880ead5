/** Shows a page again, with what was chosen on it, when it came back sooner than anyone can have seen it. */
import type { DisplayForm } from "../../surveys/display-form.ts"
import { journey } from "../../surveys/journey.ts"
import { type Fields, ownWords, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { OpenedState } from "./page-state.ts"
import { field, journeyAfter, questionPage, type Step, sendingView } from "./survey-step.ts"

/** Milliseconds, as the style sheet settles a new page: its press on a page that has settled is never too early here. */
export const settling = 500

const heardAtOnce: ReadonlySet<string> = new Set(["stop", "resume", "clear"])

/**
 * `undefined` for a page that was there for long enough. Stop and the page after it are heard at once. Start counts from a start page only,
 * so that no survey begins without one.
 */
export const hurriedStep = (
  form: DisplayForm,
  fields: Fields,
  state: OpenedState | undefined,
  now: number,
): Step | undefined => {
  const go = field(fields, "go")
  const isEarly = state !== undefined && now - state.shown < settling
  if (go === "start") return isEarly || state === undefined ? { to: "start" } : undefined
  if (!isEarly || heardAtOnce.has(go)) return undefined
  const shown = journey(form, state.answers).pages.find(({ place }) => place === state.place)
  if (shown === undefined) return sendingView(form, state)
  const { answers } = journeyAfter(form, state, shown, fields)
  const note = pageNote(shown.questions, pageAnswers(shown.questions, fields), fields)
  return questionPage({ ...state, answers }, shown, note && { note, own: ownWords(note.question, fields) })
}
