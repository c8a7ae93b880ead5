/** Reduces a form to what a page shows and the journey needs: no purposes, benefits or conditions reach the browser. */
import type { Form, Section } from "../policy/data/form.ts"
import type { FormId } from "../policy/data/form-id.ts"
import type { PictureName } from "../policy/data/picture.ts"
import type { Characteristic, Topic } from "../policy/data/purpose.ts"
import type { Question, Sentence } from "../policy/data/question.ts"
import { parameters } from "../policy/parameters.ts"
import { type NoReply, noReplyIn } from "./no-reply.ts"

export interface DisplayOption {
  readonly key: string
  readonly words: string
  readonly picture?: string
  readonly own?: true
  readonly alone?: true
}

export interface DisplayQuestion {
  readonly key: string
  readonly kind: Question["kind"]
  readonly ask: string
  /** What a row of a grid is asked about; its `ask` is the row. */
  readonly lead?: string
  readonly sentences?: readonly Sentence[]
  readonly hint?: string
  readonly picture?: string
  readonly respondent?: "parent" | "child"
  readonly characteristic?: string
  readonly askedWhen?: "community-setting"
  readonly askedUnless?: "home-postcode"
  readonly optOut: string
  readonly dontKnow?: string
  readonly options?: readonly DisplayOption[]
  readonly rows?: readonly DisplayOption[]
  /** How many options are shown first; the others open on the same page. */
  readonly usual?: number
  readonly upTo?: number
  /** The most characters that a child may write for an option such as "other". */
  readonly ownUpTo?: number
  readonly notInList?: string
  /** Where a child writes: that nobody can reply. */
  readonly noReply?: readonly NoReply[]
  /** What it asks can hurt to think about: the page says where somebody listens. */
  readonly mayHurt?: true
}

export interface DisplayPage {
  readonly section: string
  readonly questions: readonly DisplayQuestion[]
}

export interface DisplayForm {
  readonly id: FormId
  readonly title: string
  readonly sections: readonly Section[]
  readonly pages: readonly DisplayPage[]
}

const option = ({ key, words, picture, own, alone }: DisplayOption): DisplayOption => ({
  key,
  words,
  ...(picture && { picture }),
  ...(own && { own }),
  ...(alone && { alone }),
})

/** Hopes do not hurt; a life, its barriers and the world may. */
const hurting: readonly (Topic | undefined)[] = ["life-now", "barriers", "world-and-future"]

/** As many homes as fit one screen of a phone, in the order of the DPIA. */
const usualHomes = (form: FormId): number => (form === "9-12" || form === "13-17" ? 4 : 3)

/** From 13 on, the questions about the child have line art, as the others of that form. */
const lineArt: Readonly<Record<Characteristic, PictureName>> = {
  age: "line-cake",
  gender: "line-person",
  ethnicity: "line-people",
  support: "line-hands",
  setting: "line-home",
  school: "line-school",
  "home-postcode": "line-post",
  "local-council": "line-hall",
}

const question = (
  form: FormId,
  { category, purpose, benefit, condition, topic, subject, ...shown }: Question,
): DisplayQuestion => ({
  ...shown,
  ...(shown.kind === "text" && { noReply: noReplyIn(form) }),
  ...(shown.kind !== "text" && hurting.includes(topic) && { mayHurt: true as const }),
  ...("options" in shown && { options: shown.options.map(option) }),
  ...("options" in shown && shown.options.some(({ own }) => own) && { ownUpTo: parameters.longestOwnWords.value }),
  ...(form === "13-17" && shown.characteristic && { picture: lineArt[shown.characteristic] }),
  ...(shown.characteristic === "setting" && { usual: usualHomes(form) }),
  ...(shown.kind === "postcode" && { upTo: parameters.longestPostcode.value }),
  ...("rows" in shown && { rows: shown.rows.map(option) }),
})

/** In easy read the sentence that asks and the row keep their pictures; one that introduces all rows is left out. */
const sentencesOf = (sentences: readonly Sentence[], { words, picture }: DisplayOption) => [
  ...sentences.slice(-1),
  ...(picture === undefined ? [] : [{ words, picture: picture as Sentence["picture"] }]),
]

/** One row of a grid a screen: a child answers one thing at a time. */
const screens = (question: DisplayQuestion): readonly DisplayQuestion[] =>
  question.rows?.map((row) => ({
    ...question,
    ask: row.words,
    lead: question.ask,
    rows: [row],
    ...(row.picture && { picture: row.picture }),
    ...(question.sentences && { sentences: sentencesOf(question.sentences, row) }),
  })) ?? [question]

const screensOf = ({ section, questions }: DisplayPage): readonly DisplayPage[] =>
  questions.some(({ rows }) => rows)
    ? questions.flatMap(screens).map((each) => ({ section, questions: [each] }))
    : [{ section, questions }]

export const displayForm = (form: Form): DisplayForm => ({
  id: form.id,
  title: form.title,
  sections: form.sections,
  pages: form.pages.flatMap(({ section, questions }) =>
    screensOf({ section, questions: questions.map((each) => question(form.id, each)) }),
  ),
})
