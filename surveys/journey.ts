/**
 * Works out which pages of a form one child sees, from the form and the answers so far.
 *
 * No page stores where to go next. After each page the whole journey is worked out again, so going back and changing
 * an answer needs no code of its own. Two answers decide it. Only a community setting opens the questions about the
 * place; until then, and after a change to a secure setting, they are skipped and their answers are erased. A home
 * postcode, or anything in the shape of one, skips the council. A page whose questions are all skipped is left out.
 *
 * Example: in form 9-12, page 27 asks for the setting, and pages 28 to 30 for school, postcode and council.
 *   {}                                             pages 0 to 27
 *   { setting: "with-parents" }                    pages 0 to 30
 *   { setting: "with-parents", school: "900001" }  pages 0 to 30; the school is kept
 *   with "home-postcode": { postcode: "ZZ1 1AB" }  pages 0 to 29
 *   { setting: "other", school: "900001" }         pages 0 to 27; the school is erased
 */
import type { WireAnswers } from "../policy/data/answer.ts"
import { skippedBy } from "../policy/data/asked-when.ts"

interface JourneyQuestion {
  readonly key: string
  readonly characteristic?: string | undefined
  readonly askedWhen?: "community-setting" | undefined
  readonly askedUnless?: "home-postcode" | undefined
}

interface JourneyForm<Q extends JourneyQuestion> {
  readonly pages: ReadonlyArray<{ readonly section: string; readonly questions: readonly Q[] }>
}

export interface JourneyPage<Q> {
  /** The page's index in the form as written, which does not change with the answers. */
  readonly place: number
  readonly section: string
  /** Never empty. */
  readonly questions: readonly Q[]
}

export interface Journey<Q> {
  /** The pages to ask, in order. */
  readonly pages: ReadonlyArray<JourneyPage<Q>>
  /** Keys of the questions that this child is not asked. */
  readonly skipped: readonly string[]
  /** The answers so far, without those to skipped questions. */
  readonly answers: WireAnswers
}

/** The same in the browser, on the server and on paper. */
export const journey = <Q extends JourneyQuestion>(form: JourneyForm<Q>, answers: WireAnswers): Journey<Q> => {
  const questions = form.pages.flatMap((page) => page.questions)
  const isSkipped = skippedBy(questions, answers)
  const skipped = questions.filter(isSkipped).map((question) => question.key)
  return {
    pages: form.pages
      .map((page, place) => ({
        place,
        section: page.section,
        questions: page.questions.filter((question) => !isSkipped(question)),
      }))
      .filter((page) => page.questions.length > 0),
    skipped,
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !skipped.includes(key))),
  }
}

/** The page after this place; `undefined` at the end of the form. */
export const pageAfter = <Q>({ pages }: Journey<Q>, place: number): JourneyPage<Q> | undefined =>
  pages.find((page) => page.place > place)

/** The page before this place; `undefined` at the start of the form. */
export const pageBefore = <Q>({ pages }: Journey<Q>, place: number): JourneyPage<Q> | undefined =>
  pages.findLast((page) => page.place < place)
