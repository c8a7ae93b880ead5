/** A form as a child meets it: what is shown and what the journey needs, without purposes, benefits and conditions. */
import type { Form, Section } from "../policy/data/form.ts"
import type { FormId } from "../policy/data/form-id.ts"
import type { Question, Sentence } from "../policy/data/question.ts"
import { parameters } from "../policy/parameters.ts"

export interface AskedOption {
  readonly key: string
  readonly words: string
  readonly picture?: string
  readonly own?: true
}

export interface AskedQuestion {
  readonly key: string
  readonly kind: Question["kind"]
  readonly ask: string
  readonly sentences?: readonly Sentence[]
  readonly hint?: string
  readonly picture?: string
  readonly respondent?: "parent" | "child"
  readonly characteristic?: string
  readonly askedWhen?: "community-setting"
  readonly optOut: string
  readonly dontKnow?: string
  readonly options?: readonly AskedOption[]
  readonly rows?: readonly AskedOption[]
  readonly upTo?: number
  /** Characters at most, where words of one's own may stand beside a choice. */
  readonly ownUpTo?: number
  readonly notInList?: string
}

export interface AskedPage {
  readonly section: string
  readonly questions: readonly AskedQuestion[]
}

export interface AskedForm {
  readonly id: FormId
  readonly title: string
  readonly sections: readonly Section[]
  readonly pages: readonly AskedPage[]
}

const option = ({ key, words, picture, own }: AskedOption): AskedOption => ({
  key,
  words,
  ...(picture && { picture }),
  ...(own && { own }),
})

const question = ({ category, purpose, benefit, condition, topic, subject, ...shown }: Question): AskedQuestion => ({
  ...shown,
  ...("options" in shown && { options: shown.options.map(option) }),
  ...("options" in shown && shown.options.some(({ own }) => own) && { ownUpTo: parameters.longestOwnWords.value }),
  ...("rows" in shown && { rows: shown.rows.map(option) }),
})

export const asked = (form: Form): AskedForm => ({
  id: form.id,
  title: form.title,
  sections: form.sections,
  pages: form.pages.map(({ section, questions }) => ({ section, questions: questions.map(question) })),
})
