/** Decides one step of a survey without script: a posted page leads to a view, to another address, to a search, or to the sending. */
import { randomUUID } from "node:crypto"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { RegisterName } from "../../policy/response/registers.ts"
import type { DisplayForm, DisplayQuestion } from "../../surveys/display-form.ts"
import { type Journey, type JourneyPage, journey, pageAfter, pageBefore } from "../../surveys/journey.ts"
import { answersAfter, answersOn, type Fields, ownWords } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { Found, Note, QuestionView, SendingView, StoppedView } from "../components/view.ts"
import type { OpenedState, PageState } from "./page-state.ts"

type Place = JourneyPage<DisplayQuestion>

export interface RegisterSearch {
  readonly question: string
  readonly register: RegisterName
  readonly words: string
}

export interface SurveyPage {
  readonly to: "page"
  readonly view: QuestionView | SendingView | StoppedView
  /** The view shows answers or a note. */
  readonly redraws: boolean
  /** What the page carries, sealed. */
  readonly state: PageState
}

export type Step =
  | SurveyPage
  | {
      readonly to: "search"
      readonly state: PageState
      readonly stop: Place
      readonly searches: readonly RegisterSearch[]
    }
  | { readonly to: "send"; readonly state: PageState }
  | { readonly to: "start" | "stopped" | "finished" | "busy" }
  /** The browser sends the same page once more. */
  | { readonly to: "again" }
  | { readonly to: "shut"; readonly state: "not-open-yet" | "closed" }

export const field = (fields: Fields, name: string): string => fields.find(([each]) => each === name)?.[1] ?? ""

/** Milliseconds for which a child who stopped may carry on. */
const minute = 60_000

/** The sealed state that the posted page carried. */
export const sealedField = (fields: Fields): string => field(fields, "sealed")

export const isSending = (fields: Fields): boolean => field(fields, "go") === "send"

/** Of a postcode a page says only that it is there. */
const shownAnswers = ({ questions }: Place, answers: WireAnswers): WireAnswers =>
  Object.fromEntries(
    Object.entries(answersOn(questions, answers)).map(([key, answer]) => [
      key,
      typeof answer === "object" && "postcode" in answer ? { postcode: "" } : answer,
    ]),
  )

interface Extra {
  readonly note?: Note
  readonly own?: string
  readonly found?: Readonly<Record<string, readonly Found[]>>
}

/** One page of questions, with the answers that were given there before. */
export const questionPage = (state: PageState, stop: Place, extra: Extra = {}): Step => {
  const answers = shownAnswers(stop, state.answers)
  const redraws = Object.keys(answers).length > 0 || extra.note !== undefined || extra.found !== undefined
  const view = { at: "question", stop, answers, ...extra } as const
  return { to: "page", view, redraws, state: { ...state, place: stop.place } }
}

export const sendingView = (form: DisplayForm, state: PageState, note?: Note): Step => {
  const view = { at: "send", ...(note && { note }) } as const
  return { to: "page", view, redraws: note !== undefined, state: { ...state, place: form.pages.length } }
}

/** The page of the question that the refusal names, to be answered again. */
export const questionView = (form: DisplayForm, state: PageState, key: string): Step => {
  const stop = journey(form, state.answers).pages.find(({ questions }) => questions.some((each) => each.key === key))
  return stop
    ? questionPage(state, stop, { note: { kind: "not-taken", question: key } })
    : sendingView(form, state, { kind: "try-again" })
}

/** The page of the search again, with what was found for each question. */
export const foundView = (state: PageState, stop: Place, found: Readonly<Record<string, readonly Found[]>>): Step => {
  const [empty] = Object.entries(found).find(([, rows]) => rows.length === 0) ?? []
  return questionPage(state, stop, {
    found,
    ...(empty !== undefined && { note: { kind: "nothing-found", question: empty } }),
  })
}

const isSearched = ({ key }: DisplayQuestion, answers: WireAnswers, fields: Fields): boolean =>
  answers[key] === undefined && field(fields, `search.${key}`).trim() !== ""

const search = (state: PageState, stop: Place, fields: Fields): Step => ({
  to: "search",
  state,
  stop,
  searches: stop.questions.flatMap(({ key, kind }) =>
    kind === "school" || kind === "council"
      ? [{ question: key, register: kind, words: field(fields, `search.${key}`) }]
      : [],
  ),
})

/** The page's answers replace those given there before; a question that is no longer asked loses its answer. */
export const journeyAfter = (
  form: DisplayForm,
  state: PageState,
  stop: Place | undefined,
  fields: Fields,
): Journey<DisplayQuestion> => {
  if (stop === undefined) return journey(form, state.answers)
  return journey(form, answersAfter(state.answers, stop.questions, fields))
}

const begin = (form: DisplayForm, now: number): Step => {
  const first = journey(form, {}).pages[0]
  const state = { token: randomUUID(), place: 0, answers: {}, begun: now }
  return first === undefined ? { to: "start" } : questionPage(state, first)
}

/** `state` is what the posted page carried, or `undefined` if that does not open. */
export const surveyStep = (
  form: DisplayForm,
  fields: Fields,
  state: (PageState & Partial<OpenedState>) | undefined,
  now: number,
): Step => {
  const go = field(fields, "go")
  if (go === "clear") return { to: "stopped" }
  if (go === "start") return begin(form, now)
  if (state === undefined) return { to: go === "stop" ? "stopped" : "start" }
  if (go === "resume" && now - (state.shown ?? now) > minute) return { to: "stopped" }
  if (go === "send" && state.place === form.pages.length) return { to: "send", state }
  const shown = journey(form, state.answers).pages.find(({ place }) => place === state.place)
  const way = journeyAfter(form, state, shown, fields)
  const next: PageState = { ...state, answers: way.answers }
  if (go === "stop") return { to: "page", view: { at: "stopped" }, redraws: false, state: next }
  if (go === "resume") return shown ? questionPage(state, shown) : sendingView(form, state)
  if (go === "back") {
    const before = pageBefore(way, state.place)
    return before ? questionPage(next, before) : { to: "start" }
  }
  if (shown === undefined) return sendingView(form, next)
  // Words that were typed into a search but not searched for would be lost on the next page.
  if (go === "search" || shown.questions.some((each) => isSearched(each, way.answers, fields)))
    return search(next, shown, fields)
  const note = pageNote(shown.questions, way.answers, fields)
  if (note) return questionPage(next, shown, { note, own: ownWords(note.question, fields) })
  const after = pageAfter(way, state.place)
  return after ? questionPage(next, after) : sendingView(form, next)
}
