/** Describes a question: what a child sees, and what the rules check. */
import type { optOutWords } from "./answer.ts"
import type { DataCategory, Inference } from "./category.ts"
import type { ConditionDraft, CriminalOffenceCondition, SubstantialPublicInterest, Unsettled } from "./lawful-basis.ts"
import type { PictureName } from "./picture.ts"
import type { Characteristic, EarlyYearsSubject, Topic } from "./purpose.ts"

/** One idea with its picture. */
export interface Sentence {
  readonly words: string
  readonly picture: PictureName
}

/** Something to choose or to answer about. */
export interface RowDraft {
  readonly key: string
  readonly words: string
  readonly picture?: PictureName
  readonly infers?: Inference
  readonly condition?: ConditionDraft
}

export interface OptionDraft extends RowDraft {
  /** Opens a box for the child's own words. */
  readonly own?: true
  /** "Nothing gets in my way": true only when nothing else is chosen with it. */
  readonly alone?: true
}

/** An option whose choice reveals something carries the condition for that (F16, F17). */
interface Conditioned {
  readonly condition?: SubstantialPublicInterest | CriminalOffenceCondition | Unsettled<"F17">
}

export type Row = RowDraft & Conditioned
export type Option = OptionDraft & Conditioned

/** A question has exactly one of these: a topic, a characteristic or a subject of the 4-5 form. */
export interface Subject {
  readonly topic?: Topic
  readonly characteristic?: Characteristic
  readonly subject?: EarlyYearsSubject
}

interface Asking extends Subject {
  /** Stable for the life of a survey; kebab-case; the key of the answer on the wire and in the store. */
  readonly key: string
  readonly ask: string
  /** Easy read: the same question in sentences, with a picture for each. */
  readonly sentences?: readonly Sentence[]
  readonly hint?: string
  readonly picture?: PictureName
  readonly respondent?: "parent" | "child"
  readonly askedWhen?: "community-setting"
  /** Left out once this question has an answer in the shape of a postcode. */
  readonly askedUnless?: "home-postcode"
  /** A characteristic has a purpose and a benefit. Source: DPIA section 4 (C086). */
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

/** The child's own words, at most `upTo` characters. */
export interface TextDraft extends Asking {
  readonly kind: "text"
  readonly upTo: number
}

/** Chosen from a register that our own server searches; never text. */
export interface RegisterDraft extends Asking {
  readonly kind: "school" | "council"
  readonly notInList: string
  readonly dontKnow?: string
}

export interface PostcodeDraft extends Asking {
  readonly kind: "postcode"
  readonly dontKnow?: string
}

/** A question before any rule has checked it. */
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

/** A question that every rule has accepted. */
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | GridQuestion
  | TextQuestion
  | RegisterQuestion
  | PostcodeQuestion
