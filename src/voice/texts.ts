/** Lists every text that a child can have read aloud, once each, with every place where it is shown; and every page that a clip can sign. */
import type { Form } from "../../policy/data/form.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { clipName, recordingName } from "../../surveys/recording-name.ts"
import { endingWords, landingWords } from "../pages/site-words.ts"
import { noticeLines, sendLines, stoppedLines } from "./page-lines.ts"
import { spokenLines } from "./spoken-lines.ts"

interface Place {
  /** A form, or "every form" for a text outside the forms. */
  readonly form: string
  readonly where: string
}

export interface Recording {
  /** Digest of the wording. */
  readonly name: string
  readonly kind: "mp3" | "mp4"
  readonly text: string
  readonly places: readonly Place[]
}

type Found = readonly [text: string, where: string]

const inQuestions = (form: Form): readonly Found[] =>
  displayForm(form).pages.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      spokenLines(question).map(({ text, what }) => [text, `${question.key}, ${what}`] as const),
    ),
  )

const inForm = (form: Form): readonly Found[] => [
  ...noticeLines(form.privacy.child).map((text) => [text, "before question 1"] as const),
  ...inQuestions(form),
]

const everywhere: readonly Found[] = [
  ...landingWords.map((text) => [text, "first page"] as const),
  ...sendLines.map((text) => [text, "page before sending"] as const),
  ...stoppedLines.map((text) => [text, "stopped"] as const),
  ...endingWords.map((text) => [text, "ending"] as const),
]

/** Names the page before question 1, which asks nothing. */
export const startPage = "start"

/** The pages of a form, as a clip names them. */
export const clipPages = (form: Form): readonly Found[] => [
  [startPage, "first screen"],
  ...displayForm(form).pages.flatMap(({ questions }) => questions.map(({ key, ask }) => [ask, key] as const)),
]

/** In the order of the pages. */
export const recordings = (): readonly Recording[] => {
  const found = new Map<string, Recording>()
  const add = (name: string, kind: Recording["kind"], text: string, place: Place): void => {
    const known = found.get(`${name}.${kind}`)
    found.set(`${name}.${kind}`, { name, kind, text, places: [...(known?.places ?? []), place] })
  }
  for (const form of forms)
    for (const [text, where] of inForm(form)) add(recordingName(text), "mp3", text, { form: form.id, where })
  for (const [text, where] of everywhere) add(recordingName(text), "mp3", text, { form: "every form", where })
  for (const form of forms)
    for (const [text, where] of clipPages(form)) add(clipName(form.id, text), "mp4", text, { form: form.id, where })
  return [...found.values()]
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

/** Such as `6-8-hopes-question.2f9k1a0c3bd.mp3`: its first place for people, its digest for the server. */
export const fileName = ({ name, kind, places }: Recording): string => {
  const [first] = places
  return `${slug(`${first?.form} ${first?.where}`).slice(0, 60)}.${name}.${kind}`
}
