/** One child's way through a form, held in this page's memory alone and wiped at its end. */
import { batch, createSignal } from "solid-js"
import type { WireAnswer, WireAnswers } from "../../policy/data/answer.ts"
import type { AskedForm, AskedQuestion } from "../../surveys/asked.ts"
import { journey, type Stop, stopAfter, stopBefore } from "../../surveys/journey.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"
import { pageNote } from "../../surveys/page-note.ts"
import type { Found, Note, QuestionView, View } from "../components/view.ts"
import { search, send } from "./door.ts"
import { mintToken } from "./token.ts"

type Place = Stop<AskedQuestion>

export interface Progress {
  readonly view: () => View
  readonly held: () => boolean
  readonly start: () => void
  readonly next: (fields: Fields) => void
  readonly back: (fields: Fields) => void
  readonly look: (fields: Fields) => Promise<void>
  readonly send: () => Promise<boolean>
  readonly wipe: () => void
}

export const createProgress = (form: AskedForm): Progress => {
  const [view, setView] = createSignal<View>({ at: "start" })
  let answers: WireAnswers = {}
  let token = ""
  let found: Readonly<Record<string, readonly Found[]>> = {}

  const show = (stop: Place | undefined, note?: Note): void => {
    setView(
      stop ? { at: "question", stop, answers, found, ...(note && { note }) } : { at: "send", ...(note && { note }) },
    )
  }

  /** What this page says replaces what it said before; what may no longer be asked is erased. */
  const keep = ({ questions }: Place, given: Readonly<Record<string, WireAnswer>>): void => {
    const elsewhere = Object.entries(answers).filter(([key]) => questions.every((question) => question.key !== key))
    answers = journey(form, { ...Object.fromEntries(elsewhere), ...given }).answers
  }

  const read = (current: QuestionView, fields: Fields) => pageAnswers(current.stop.questions, fields)

  return {
    view,
    held: () => Object.keys(answers).length > 0,
    start: () => {
      token = mintToken()
      show(journey(form, answers).stops[0])
    },
    next: (fields) => {
      const current = view()
      if (current.at !== "question") return
      const given = read(current, fields)
      keep(current.stop, given)
      const note = pageNote(current.stop.questions, given, fields)
      show(note ? current.stop : stopAfter(journey(form, answers), current.stop.place), note)
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
      if (current.at !== "question") return
      keep(current.stop, read(current, fields))
      for (const { key, kind } of current.stop.questions) {
        const words = fields.find(([name]) => name === `search.${key}`)?.[1].trim()
        if (!words || (kind !== "school" && kind !== "council")) continue
        const hits = await search(kind, words)
        found = { ...found, [key]: hits }
        if (view() === current)
          show(current.stop, hits.length > 0 ? undefined : { kind: "nothing-found", question: key })
      }
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
