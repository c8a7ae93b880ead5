/** The one way through a form: which page comes next, given the answers so far, and what is withheld. */
import type { WireAnswers } from "../policy/data/answer.ts"
import { isWithheld } from "../policy/data/withheld.ts"

interface Placed {
  readonly key: string
  readonly characteristic?: string | undefined
  readonly askedWhen?: "community-setting" | undefined
}

interface Paged<Q extends Placed> {
  readonly pages: ReadonlyArray<{ readonly section: string; readonly questions: readonly Q[] }>
}

export interface Stop<Q> {
  /** The page's place in the form as written, which does not change with the answers. */
  readonly place: number
  readonly section: string
  /** Never empty. */
  readonly questions: readonly Q[]
}

export interface Journey<Q> {
  /** The pages to ask, in order. */
  readonly stops: ReadonlyArray<Stop<Q>>
  /** Keys of the questions that are not to be asked. */
  readonly withheld: readonly string[]
  /** The answers so far, without those to questions that are withheld: they are erased. */
  readonly answers: WireAnswers
}

/** The same for browser, server and paper. */
export const journey = <Q extends Placed>(form: Paged<Q>, given: WireAnswers): Journey<Q> => {
  const questions = form.pages.flatMap((page) => page.questions)
  const withheldFrom = isWithheld(questions, given)
  const withheld = questions.filter(withheldFrom).map((question) => question.key)
  return {
    stops: form.pages
      .map((page, place) => ({
        place,
        section: page.section,
        questions: page.questions.filter((question) => !withheldFrom(question)),
      }))
      .filter((stop) => stop.questions.length > 0),
    withheld,
    answers: Object.fromEntries(Object.entries(given).filter(([key]) => !withheld.includes(key))),
  }
}

/** The page after this place; `undefined` at the end of the form. */
export const stopAfter = <Q>({ stops }: Journey<Q>, place: number): Stop<Q> | undefined =>
  stops.find((stop) => stop.place > place)

/** The page before this place; `undefined` at the start of the form. */
export const stopBefore = <Q>({ stops }: Journey<Q>, place: number): Stop<Q> | undefined =>
  stops.findLast((stop) => stop.place < place)
