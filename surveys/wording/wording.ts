/** Gives what a child sees of a question: words, pictures, answers and their order; no purpose and no condition. */
import type { Option, Question, Row, Sentence } from "../../policy/data/question.ts"

export interface WordingPart {
  readonly key: string
  readonly words: string
  readonly picture?: string
  readonly own?: true
  readonly alone?: true
}

export interface Wording {
  readonly kind: Question["kind"]
  readonly respondent?: "parent" | "child"
  readonly ask: string
  readonly sentences?: readonly Sentence[]
  readonly hint?: string
  readonly picture?: string
  readonly rows?: readonly WordingPart[]
  readonly options?: readonly WordingPart[]
  readonly upTo?: number
  readonly notInList?: string
  readonly dontKnow?: string
  readonly optOut: string
}

const part = ({ key, words, picture, own, alone }: Row & Option): WordingPart => ({
  key,
  words,
  ...(picture && { picture }),
  ...(own && { own }),
  ...(alone && { alone }),
})

const sentence = ({ words, picture }: Sentence): Sentence => ({ words, picture })

/** The fields come in one order, so that the same wording always has the same digest. */
export const wordingOf = (question: Question): Wording => ({
  kind: question.kind,
  ...(question.respondent && { respondent: question.respondent }),
  ask: question.ask,
  ...(question.sentences && { sentences: question.sentences.map(sentence) }),
  ...(question.hint && { hint: question.hint }),
  ...(question.picture && { picture: question.picture }),
  ...("rows" in question && { rows: question.rows.map(part) }),
  ...("options" in question && { options: question.options.map(part) }),
  ...("upTo" in question && { upTo: question.upTo }),
  ...("notInList" in question && { notInList: question.notInList }),
  ...("dontKnow" in question && question.dontKnow && { dontKnow: question.dontKnow }),
  optOut: question.optOut,
})
