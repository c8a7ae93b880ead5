/** Works out how long a form takes from its screens, its words and reading paces: an estimate, since no child has been timed. */
import type { Form } from "../policy/data/form.ts"
import type { FormId } from "../policy/data/form-id.ts"
import { displayForm } from "./display-form.ts"
import { firstLayer } from "./privacy-information/first-layer.ts"

export interface Duration {
  readonly screens: number
  /** Whole minutes, rounded up, by the quick and by the slow pace. */
  readonly from: number
  readonly to: number
}

interface Pace {
  readonly quick: number
  readonly slow: number
}

const easy: Pace = { quick: 100, slow: 34 }

/**
 * Words a minute, read aloud in spring. Source: Hasbrouck and Tindal (2017), Oral Reading Fluency, at the 50th percentile
 * for the quick pace and the 25th for the slow one; grade 1 is age 6 to 7. No norm goes beyond grade 6 (age 11 to 12).
 */
const paces: Readonly<Record<FormId, Pace>> = {
  // A grown-up reads: grade 6.
  "4-5": { quick: 146, slow: 122 },
  // From grade 1 to grade 2.
  "6-8": { quick: 100, slow: 34 },
  // From grade 4 to grade 6.
  "9-12": { quick: 146, slow: 105 },
  "13-17": { quick: 146, slow: 122 },
  "easy-read-6-8": easy,
  "easy-read-9-12": easy,
}

/** Seconds to choose and press on one screen: our own assumption. */
const choosing = 4

const count = (...texts: readonly (string | undefined)[]): number =>
  texts.reduce((sum, text) => sum + (text?.split(/\s+/).filter(Boolean).length ?? 0), 0)

/** Every word of the first screen and of each question that may be asked. */
const wordsOf = (form: Form): number => {
  const notices = [form.privacy.parent, form.privacy.child].flatMap((notice) => (notice ? firstLayer(notice) : []))
  const questions = displayForm(form).pages.flatMap((page) => page.questions)
  const asked = questions.map(({ lead, ask, hint, noReply = [], options = [] }) =>
    count(lead, ask, hint, ...noReply.map(({ words }) => words), ...options.map(({ words }) => words)),
  )
  return asked.reduce((sum, words) => sum + words, count(...notices.map(({ words }) => words)))
}

/** Without the time that a child takes to write: each box may stay empty. */
export const durationOf = (form: Form): Duration => {
  const screens = displayForm(form).pages.length
  const minutes = (pace: number) => Math.ceil(wordsOf(form) / pace + (screens * choosing) / 60)
  const { quick, slow } = paces[form.id]
  return { screens, from: minutes(quick), to: minutes(slow) }
}
