/** One child's way through a form, held in this page's memory alone and wiped at its end. */
import { batch, createSignal } from "solid-js"
import type { WireAnswer, WireAnswers } from "../../policy/data/answer.ts"
import type { AskedForm, AskedQuestion } from "../../surveys/asked.ts"
import { journey, type Stop, stopAfter, stopBefore } from "../../surveys/journey.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { Found, QuestionView, View } from "../components/view.ts"
import { search, send } from "./door.ts"
import { mintToken } from "./token.ts"

type Place = Stop<AskedQuestion>
type Finds = Readonly<Record<string, readonly Found[]>>

export interface Progress {
  readonly view: () => View
  readonly held: () => boolean
  readonly start: () => void
  readonly next: (fields: Fields) => Promise<void>
  readonly back: (fields: Fields) => void
  readonly look: (fields: Fields) => Promise<void>
  readonly send: () => Promise<boolean>
  readonly wipe: () => void
}

const wordsIn = (field: string, fields: Fields): string => fields.find(([name]) => name === field)?.[1].trim() ?? ""

/** What was typed into the question's search box. */
const soughtIn = ({ key }: AskedQuestion, fields: Fields): string => wordsIn(`search.${key}`, fields)

/** Coming back to a search, only what was chosen from it is shown. */
const chosenOf = (found: Finds, answers: WireAnswers): Finds =>
  Object.fromEntries(
    Object.entries(found).map(([key, hits]) => [key, hits.filter(({ code }) => code === answers[key])]),
  )

export const createProgress = (form: AskedForm): Progress => {
  const [view, setView] = createSignal<View>({ at: "start" })
  let answers: WireAnswers = {}
  let token = ""
  let found: Finds = {}

  const show = (stop: Place | undefined, extra: Pick<QuestionView, "note" | "own" | "found"> = {}): void => {
    setView(stop ? { at: "question", stop, answers, found: chosenOf(found, answers), ...extra } : { at: "send" })
  }

  /** What this page says replaces what it said before; what may no longer be asked is erased. */
  const keep = ({ questions }: Place, given: Readonly<Record<string, WireAnswer>>): void => {
    const elsewhere = Object.entries(answers).filter(([key]) => questions.every((question) => question.key !== key))
    answers = journey(form, { ...Object.fromEntries(elsewhere), ...given }).answers
  }

  const read = (current: QuestionView, fields: Fields) => pageAnswers(current.stop.questions, fields)

  const look = async (current: QuestionView, fields: Fields): Promise<void> => {
    keep(current.stop, read(current, fields))
    for (const question of current.stop.questions) {
      const words = soughtIn(question, fields)
      if (!words || (question.kind !== "school" && question.kind !== "council")) continue
      const hits = await search(question.kind, words)
      found = { ...found, [question.key]: hits }
      if (view() !== current) return
      if (hits.length > 0) show(current.stop, { found })
      else show(current.stop, { note: { kind: "nothing-found", question: question.key } })
    }
  }

  return {
    view,
    held: () => Object.keys(answers).length > 0,
    start: () => {
      token = mintToken()
      show(journey(form, answers).stops[0])
    },
    next: async (fields) => {
      const current = view()
      if (current.at !== "question") return
      const given = read(current, fields)
      if (current.stop.questions.some((question) => given[question.key] === undefined && soughtIn(question, fields)))
        return look(current, fields)
      keep(current.stop, given)
      const note = pageNote(current.stop.questions, given, fields)
      if (note) show(current.stop, { note, own: wordsIn(`own.${note.question}`, fields) })
      else show(stopAfter(journey(form, answers), current.stop.place))
    },
    back: (fields) => {
      const current = view()
      if (current.at === "question") keep(current.stop, read(current, fields))
      const way = journey(form, answers)
      const before = current.at === "question" ? stopBefore(way, current.stop.place) : way.stops.at(-1)
      if (before) show(before)
      else setView({ at: "start" })
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
      if (outcome !== "sent") setView({ at: "send", note: { kind: outcome } })
      return outcome === "sent"
    },
    wipe: () =>
      batch(() => {
        answers = {}
        found = {}
        token = ""
        setView({ at: "stopped" })
      }),
  }
}
