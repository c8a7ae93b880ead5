/** One child's way through a form, held in this page's memory alone and wiped at its end. */
import { batch, createSignal } from "solid-js"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { DisplayForm, DisplayQuestion } from "../../surveys/display-form.ts"
import { type JourneyPage, journey, pageAfter } from "../../surveys/journey.ts"
import { answersAfter, type Fields, ownWords, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { Found, QuestionView, View } from "../components/view.ts"
import { search, send as sendAtOnce } from "./door.ts"

type Place = JourneyPage<DisplayQuestion>

type Finds = Readonly<Record<string, readonly Found[]>>

export interface Progress {
  readonly view: () => View
  readonly held: () => boolean
  readonly start: () => void
  readonly next: (fields: Fields) => Promise<void>
  /** Leads to the page at this place of the form, or before it where it is not asked; before all, to the start. */
  readonly visit: (place: number, fields: Fields) => void
  /** Where a page is in the form; `undefined` where the view is not one of its pages. */
  readonly place: () => number | undefined
  readonly pause: (fields: Fields, away?: boolean) => void
  readonly resume: () => void
  readonly look: (fields: Fields) => Promise<void>
  readonly send: () => Promise<boolean>
  readonly wipe: () => void
  /** Shows the start to the next child. */
  readonly restart: () => void
}

/** What was typed into the question's search box. */
const soughtIn = ({ key }: DisplayQuestion, fields: Fields): string =>
  fields.find(([name]) => name === `search.${key}`)?.[1].trim() ?? ""

/** Coming back to a search, only what was chosen from it is shown. */
const chosenOf = (found: Finds, answers: WireAnswers): Finds =>
  Object.fromEntries(
    Object.entries(found).map(([key, hits]) => [key, hits.filter(({ code }) => code === answers[key])]),
  )

export const createProgress = (form: DisplayForm, send = sendAtOnce): Progress => {
  const [view, setView] = createSignal<View>({ at: "start" })
  let answers: WireAnswers = {}
  let token = ""
  let found: Finds = {}
  let left: View = { at: "gone" }

  const show = (stop: Place | undefined, extra: Pick<QuestionView, "note" | "own" | "found" | "sought"> = {}): void => {
    setView(stop ? { at: "question", stop, answers, found: chosenOf(found, answers), ...extra } : { at: "send" })
  }

  /** The answers of this page replace its earlier ones; answers to questions no longer asked are erased. */
  const keep = ({ questions }: Place, fields: Fields): void => {
    answers = journey(form, answersAfter(answers, questions, fields)).answers
  }

  const look = async (current: QuestionView, fields: Fields): Promise<void> => {
    keep(current.stop, fields)
    for (const question of current.stop.questions) {
      const words = soughtIn(question, fields)
      if (!words || (question.kind !== "school" && question.kind !== "council")) continue
      const hits = await search(question.kind, words)
      if (view() !== current) return
      const sought = { [question.key]: words }
      if (hits === undefined)
        return show(current.stop, { sought, note: { kind: "search-failed", question: question.key } })
      found = { ...found, [question.key]: hits }
      if (hits.length > 0) show(current.stop, { sought, found })
      else show(current.stop, { sought, note: { kind: "nothing-found", question: question.key } })
    }
  }

  /** The page of the question that was refused, to be answered again. */
  const showRefused = (question: string): void => {
    const stop = journey(form, answers).pages.find(({ questions }) => questions.some(({ key }) => key === question))
    if (stop) show(stop, { note: { kind: "not-taken", question } })
    else setView({ at: "send", note: { kind: "try-again" } })
  }

  return {
    view,
    held: () => Object.keys(answers).length > 0,
    start: () => {
      token = mintToken()
      show(journey(form, answers).pages[0])
    },
    next: async (fields) => {
      const current = view()
      if (current.at !== "question") return
      const given = pageAnswers(current.stop.questions, fields)
      if (current.stop.questions.some((question) => given[question.key] === undefined && soughtIn(question, fields)))
        return look(current, fields)
      keep(current.stop, fields)
      const note = pageNote(current.stop.questions, given, fields)
      if (note) show(current.stop, { note, own: ownWords(note.question, fields) })
      else show(pageAfter(journey(form, answers), current.stop.place))
    },
    visit: (place, fields) => {
      const current = view()
      if (current.at === "question") keep(current.stop, fields)
      const stop = journey(form, answers).pages.findLast((page) => page.place <= place)
      if (stop === undefined) setView({ at: "start" })
      else show(place === form.pages.length ? undefined : stop)
    },
    place: () => {
      const current = view()
      if (current.at === "start") return -1
      if (current.at === "send") return form.pages.length
      return current.at === "question" ? current.stop.place : undefined
    },
    pause: (fields, away = false) => {
      const current = view()
      if (current.at === "stopped") return
      if (current.at === "question") keep(current.stop, fields)
      left = current
      setView({ at: "stopped", away })
    },
    resume: () => {
      if (left.at === "question") show(left.stop)
      else setView(left)
    },
    look: async (fields) => {
      const current = view()
      if (current.at === "question") await look(current, fields)
    },
    send: async () => {
      const current = view()
      if (current.at !== "send" || current.sending) return false
      setView({ at: "send", sending: true })
      const outcome = await send({ form: form.id, token, answers })
      if (typeof outcome === "object") showRefused(outcome.question)
      else if (outcome !== "sent") setView({ at: "send", note: { kind: outcome } })
      return outcome === "sent"
    },
    wipe: () =>
      batch(() => {
        answers = {}
        found = {}
        token = ""
        left = { at: "gone" }
        setView({ at: "gone" })
      }),
    restart: () => setView({ at: "start" }),
  }
}

export const mintToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, index) => {
    if (index === 6) return 0x40 | (byte & 0x0f)
    return index === 8 ? 0x80 | (byte & 0x3f) : byte
  })
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
