/** The shape of a question: what is put before a child, and what the rules must know of it. */
import type { optOutWords } from "./answer.ts"
import type { DataCategory, Inference } from "./category.ts"
import type { ConditionDraft, CriminalOffenceCondition, SubstantialPublicInterest, Unsettled } from "./lawful-basis.ts"
import type { Characteristic, EarlyYearsSubject, Topic } from "./purpose.ts"

/** One idea with its picture; `picture` names a drawing in the picture set. */
export interface Sentence {
  readonly words: string
  readonly picture: string
}

/** Something to choose or to answer about. */
export interface RowDraft {
  readonly key: string
  readonly words: string
  readonly picture?: string
  readonly infers?: Inference
  readonly condition?: ConditionDraft
}

export interface OptionDraft extends RowDraft {
  /** Opens a box for words of the child's own. */
  readonly own?: true
}

/** What a mere choice lets one infer carries its condition (F16, F17). */
interface Conditioned {
  readonly condition?: SubstantialPublicInterest | CriminalOffenceCondition | Unsettled<"F17">
}

export type Row = RowDraft & Conditioned
export type Option = OptionDraft & Conditioned

/** What a question is for: exactly one of a topic, a characteristic or a subject of the 4-5 form. */
export interface Subject {
  readonly topic?: Topic
  readonly characteristic?: Characteristic
  readonly subject?: EarlyYearsSubject
}

interface Asking extends Subject {
  /** Stable for the life of a survey; kebab-case; the key of the answer on the wire and in the store. */
  readonly key: string
  readonly ask: string
  /** Easy read: the same question, a picture a sentence. */
  readonly sentences?: readonly Sentence[]
  readonly hint?: string
  readonly picture?: string
  readonly respondent?: "parent" | "child"
  readonly askedWhen?: "community-setting"
  /** A characteristic says what it is for and what good it does. Source: DPIA section 4 (C086). */
  readonly purpose?: string
  readonly benefit?: string
  readonly condition?: ConditionDraft
  readonly category: string
  readonly optOut?: string
}

/** One of the options. */
export interface ChoiceDraft<O = OptionDraft> extends Asking {
  readonly kind: "choice"
  readonly options: readonly O[]
  /** The words of "I don't know", a different answer from the opt-out. */
  readonly dontKnow?: string
}

/** Up to `upTo` of the options. */
export interface ChoicesDraft<O = OptionDraft> extends Asking {
  readonly kind: "choices"
  readonly options: readonly O[]
  readonly upTo: number
  readonly dontKnow?: string
}

/** One of the options for each row; each row has the opt-out too. */
export interface GridDraft<R = RowDraft, O = OptionDraft> extends Asking {
  readonly kind: "grid"
  readonly rows: readonly R[]
  readonly options: readonly O[]
  readonly dontKnow?: string
}

/** Words of the child's own, at most `upTo` characters. */
export interface TextDraft extends Asking {
  readonly kind: "text"
  readonly upTo: number
}

/** Chosen from a register by searching it on our own server; never text. */
export interface RegisterDraft extends Asking {
  readonly kind: "school" | "council"
  readonly notInList: string
  readonly dontKnow?: string
}

export interface PostcodeDraft extends Asking {
  readonly kind: "postcode"
  readonly dontKnow?: string
}

/** A question as written, before any rule has looked at it. */
export type QuestionDraft = ChoiceDraft | ChoicesDraft | GridDraft | TextDraft | RegisterDraft | PostcodeDraft

interface Ruled {
  readonly optOut: typeof optOutWords
  readonly category: DataCategory
  readonly condition?: SubstantialPublicInterest
}

export type ChoiceQuestion = ChoiceDraft<Option> & Ruled
export type ChoicesQuestion = ChoicesDraft<Option> & Ruled
export type GridQuestion = GridDraft<Row, Option> & Ruled
export type TextQuestion = TextDraft & Ruled
export type RegisterQuestion = RegisterDraft & Ruled
export type PostcodeQuestion = PostcodeDraft & Ruled

/** A question that every rule has let pass. */
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | GridQuestion
  | TextQuestion
  | RegisterQuestion
  | PostcodeQuestion
