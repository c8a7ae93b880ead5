/** One step of a survey without script: a posted page in, and out comes the next view, a way elsewhere, or the sending. */
import { randomUUID } from "node:crypto"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { RegisterName } from "../../policy/register.ts"
import type { AskedForm, AskedQuestion } from "../../surveys/asked.ts"
import { type Journey, journey, type Stop, stopAfter, stopBefore } from "../../surveys/journey.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { Found, Note, View } from "../components/view.ts"
import { openState, type PageState, sealState } from "./page-state.ts"

export type Step =
  | { readonly to: "view"; readonly view: View; readonly redraws: boolean }
  | { readonly to: "start" | "stopped" | "finished" }
  | { readonly to: "shut"; readonly state: "not-open-yet" | "closed" }
  | { readonly to: "send"; readonly state: PageState }
  | { readonly to: "busy" }

export type SearchRegister = (register: RegisterName, words: string) => Promise<readonly Found[]>

type Seen = Journey<AskedQuestion>

const field = (fields: Fields, name: string): string => fields.find(([each]) => each === name)?.[1] ?? ""

const shownAnswers = (stop: Stop<AskedQuestion>, answers: WireAnswers): WireAnswers =>
  Object.fromEntries(
    stop.questions.flatMap(({ key, kind }) => (kind !== "postcode" && answers[key] ? [[key, answers[key]]] : [])),
  )

interface Extra {
  readonly note?: Note
  readonly own?: string
  readonly found?: Readonly<Record<string, readonly Found[]>>
}

const question = (form: AskedForm, state: PageState, stop: Stop<AskedQuestion>, extra: Extra = {}): Step => {
  const sealed = sealState(form.id, { ...state, place: stop.place })
  if (sealed === undefined) return { to: "busy" }
  const answers = shownAnswers(stop, state.answers)
  const redraws = Object.keys(answers).length > 0 || extra.note !== undefined || extra.found !== undefined
  return { to: "view", view: { at: "question", stop, answers, sealed, ...extra }, redraws }
}

export const sendingView = (form: AskedForm, state: PageState, note?: Note): Step => {
  const sealed = sealState(form.id, { ...state, place: form.pages.length })
  return sealed === undefined
    ? { to: "busy" }
    : { to: "view", view: { at: "send", sealed, ...(note && { note }) }, redraws: note !== undefined }
}

/** The page of the question that the door named, to be looked at again. */
export const questionView = (form: AskedForm, state: PageState, key: string): Step => {
  const stop = journey(form, state.answers).stops.find(({ questions }) => questions.some((each) => each.key === key))
  return stop
    ? question(form, state, stop, { note: { kind: "try-again" } })
    : sendingView(form, state, { kind: "try-again" })
}

const isSought = ({ key }: AskedQuestion, answers: WireAnswers, fields: Fields): boolean =>
  answers[key] === undefined && field(fields, `search.${key}`).trim() !== ""

const search = async (
  form: AskedForm,
  state: PageState,
  stop: Stop<AskedQuestion>,
  fields: Fields,
  find: SearchRegister,
): Promise<Step> => {
  const registers = stop.questions.filter(({ kind }) => kind === "school" || kind === "council")
  const found = await Promise.all(
    registers.map(
      async ({ key, kind }) => [key, await find(kind as RegisterName, field(fields, `search.${key}`))] as const,
    ),
  )
  const empty = found.find(([, rows]) => rows.length === 0)
  return question(form, state, stop, {
    found: Object.fromEntries(found),
    ...(empty && { note: { kind: "nothing-found", question: empty[0] } }),
  })
}

/** What is on the page replaces what was answered there before; a question that is now withheld loses its answer. */
const taken = (form: AskedForm, state: PageState, stop: Stop<AskedQuestion> | undefined, fields: Fields): Seen => {
  if (stop === undefined) return journey(form, state.answers)
  const here = stop.questions.map(({ key }) => key)
  const others = Object.entries(state.answers).filter(([key]) => !here.includes(key))
  return journey(form, { ...Object.fromEntries(others), ...pageAnswers(stop.questions, fields) })
}

const begin = (form: AskedForm, now: number): Step => {
  const first = journey(form, {}).stops[0]
  const state = { token: randomUUID(), place: 0, answers: {}, begun: now }
  return first === undefined ? { to: "start" } : question(form, state, first)
}

export const surveyStep = async (form: AskedForm, fields: Fields, now: number, find: SearchRegister): Promise<Step> => {
  const go = field(fields, "go")
  if (go === "stop") return { to: "stopped" }
  if (go === "start") return begin(form, now)
  const state = openState(form.id, field(fields, "sealed"), now)
  if (state === undefined) return { to: "start" }
  if (go === "send" && state.place === form.pages.length) return { to: "send", state }
  const shown = journey(form, state.answers).stops.find(({ place }) => place === state.place)
  const seen = taken(form, state, shown, fields)
  const next: PageState = { ...state, answers: seen.answers }
  if (go === "back") {
    const before = stopBefore(seen, state.place)
    return before ? question(form, next, before) : { to: "start" }
  }
  if (shown === undefined) return sendingView(form, next)
  // What was typed into a search and not yet searched for is not passed over.
  if (go === "search" || shown.questions.some((each) => isSought(each, seen.answers, fields)))
    return search(form, next, shown, fields, find)
  const note = pageNote(shown.questions, seen.answers, fields)
  if (note) return question(form, next, shown, { note, own: field(fields, `own.${note.question}`) })
  const after = stopAfter(seen, state.place)
  return after ? question(form, next, after) : sendingView(form, next)
}
