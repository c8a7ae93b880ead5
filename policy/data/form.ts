/** Describes a form: pages of questions that follow the privacy information of its band. */
import type { FormId } from "./form-id.ts"
import type { LawText, PublicTask } from "./lawful-basis.ts"
import type { PictureName } from "./picture.ts"
import type { Purpose } from "./purpose.ts"
import type { Question, QuestionDraft } from "./question.ts"

export interface Section {
  readonly key: string
  readonly title: string
}

/** One screen. `section` is the key of one of the form's sections, which the progress line shows. */
export interface PageDraft {
  readonly section: string
  readonly questions: readonly QuestionDraft[]
}

export interface Page extends PageDraft {
  readonly questions: readonly Question[]
}

/** One fact of the privacy information; an easy-read form has a picture for each. */
export interface Fact {
  readonly words: string
  readonly picture?: PictureName
}

/** What a child must read before question 1, in words for the band. Source: DPIA section 2 (C073, C074); UK GDPR Art 12 and 13. */
export interface PrivacyInformation {
  /** Changes whenever a word does. */
  readonly version: string
  readonly title: string
  readonly whatWeAsk: readonly Fact[]
  readonly why: readonly Fact[]
  readonly whoSees: readonly Fact[]
  readonly howLong: readonly Fact[]
  readonly youMayStop: readonly Fact[]
  readonly voluntary: readonly Fact[]
  /** What can and cannot be done about an answer once sent, and to whom to complain. Source: UK GDPR Art 13(2)(b) and (d); F30. */
  readonly yourRights: readonly Fact[]
}

/** The parts that every notice must have. */
export const noticeParts = ["whatWeAsk", "why", "whoSees", "howLong", "youMayStop", "voluntary", "yourRights"] as const

/** A form before any rule has checked it. Fields that a rule requires are optional, so that a missing one names the rule. */
export interface FormDraft {
  readonly id: string
  readonly title: string
  /** Whole years, in order. */
  readonly ages: readonly number[]
  readonly derivedFrom?: FormId
  readonly purpose?: string
  readonly basis?: LawText
  readonly privacy?: { readonly child?: Partial<PrivacyInformation>; readonly parent?: Partial<PrivacyInformation> }
  readonly sections: readonly Section[]
  readonly pages: readonly PageDraft[]
}

/** A form that every rule has accepted. */
export interface Form extends FormDraft {
  readonly id: FormId
  readonly purpose: Purpose
  readonly basis: PublicTask
  readonly privacy: { readonly child: PrivacyInformation; readonly parent?: PrivacyInformation }
  readonly pages: readonly Page[]
}
