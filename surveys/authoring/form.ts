/** Checks a form where it is written: what breaks a rule of the DPIA, or is mistyped, does not compile. */

import type { InCategory } from "../../policy/data/asked-too-soon.ts"
import type { Form, FormDraft } from "../../policy/data/form.ts"
import type { KeyOf } from "../../policy/data/question-of.ts"
import type { Lawful, LawfulInForm } from "../../policy/lawful.ts"
import type { FieldOf, NoSuchField, OrFaults, OwnKey, Refused, Reviewed, RightOr } from "./question.ts"

interface PageShape {
  readonly section: string
  readonly questions: readonly unknown[]
}

interface FormShape extends Omit<FormDraft, "pages"> {
  readonly pages: readonly PageShape[]
}

type QuestionIn<F extends FormShape> = F["pages"][number]["questions"][number]

type ReviewedQuestions<Qs> = { readonly [I in keyof Qs]: Reviewed<Qs[I]> }

type ReviewedPage<P, Section> = {
  readonly [K in keyof P]: K extends "section"
    ? Section
    : K extends "questions"
      ? ReviewedQuestions<P[K]>
      : NoSuchField<K & string, PageShape>
}

/** First check: each page names one of the form's sections, and each question is right on its own. */
type ReviewedPages<Ps, Section> = { readonly [I in keyof Ps]: ReviewedPage<Ps[I], Section> }

type EachPage<F extends FormShape> = WithPages<F, ReviewedPages<F["pages"], F["sections"][number]["key"]>>

/** A question that is already refused neither breaks a rule of the form nor takes a key. */
type InForm<Q, Id extends string, AfterSetting extends boolean, Earlier> = [Q] extends [Refused]
  ? Q
  : OrFaults<Q, LawfulInForm<Q, Id, AfterSetting> & OwnKey<KeyOf<Q>, Earlier>>

type KeyIn<Q> = KeyOf<Exclude<Q, Refused>>

type QuestionsInOrder<Qs, Id extends string, AfterSetting extends boolean, Earlier> = Qs extends readonly [
  infer Q,
  ...infer Rest,
]
  ? readonly [InForm<Q, Id, AfterSetting, Earlier>, ...QuestionsInOrder<Rest, Id, AfterSetting, Earlier | KeyIn<Q>>]
  : Qs

type AsksSetting<Q> = [InCategory<Q, "living-situation">] extends [never] ? false : true

/** Second check: each question is right where it is, after the questions of earlier pages. */
type PagesInOrder<Ps, Id extends string, AfterSetting extends boolean = false, Earlier = never> = Ps extends readonly [
  infer P extends PageShape,
  ...infer Rest,
]
  ? readonly [
      {
        readonly section: P["section"]
        readonly questions: QuestionsInOrder<P["questions"], Id, AfterSetting, Earlier>
      },
      ...PagesInOrder<
        Rest,
        Id,
        AfterSetting extends true ? true : AsksSetting<P["questions"][number]>,
        Earlier | KeyIn<P["questions"][number]>
      >,
    ]
  : Ps

type WithPages<F, Pages> = {
  readonly [K in keyof F]: K extends "pages"
    ? Pages
    : K extends FieldOf<FormDraft>
      ? F[K]
      : NoSuchField<K & string, FormDraft>
}

/** Third check: the form as a whole, whose breaches are shown at its id. */
type AtId<F, Faults> = { readonly [K in keyof F]: K extends "id" ? OrFaults<F[K], Faults> : F[K] }

type AsAWhole<F> = F extends FormDraft ? AtId<F, Lawful<F>> : FormDraft

/** A question of type `any` is not refused here: the rules of the form as a whole refuse it. */
type HasRefused<F> = F extends FormShape
  ? 0 extends 1 & QuestionIn<F>
    ? false
    : [Extract<QuestionIn<F>, Refused>] extends [never]
      ? false
      : true
  : false

type InOrder<F extends FormShape> = WithPages<F, PagesInOrder<F["pages"], F["id"]>>

/** Each check follows when the one before finds no mistake. */
type ReviewedForm<F> = F extends Refused
  ? F
  : F extends FormShape
    ? F extends EachPage<F>
      ? F extends InOrder<F>
        ? HasRefused<F> extends true
          ? F
          : AsAWhole<F>
        : InOrder<F>
      : EachPage<F>
    : FormShape

type Outcome<F> =
  HasRefused<F> extends true ? F & Form & Refused : F extends ReviewedForm<F> ? F & Form : F & Form & Refused

export const defineForm = <const F>(draft: RightOr<F, ReviewedForm<F>>): Outcome<F> => draft as unknown as Outcome<F>

/** Assignable to a page of any section, so that it is not reported again. */
interface RefusedPage {
  readonly section: never
  readonly questions: readonly Refused[]
}

type OrderedPages<Ps> = Ps extends PagesInOrder<Ps, ""> ? Ps : readonly RefusedPage[]

/** Checks the order of pages that several forms share where they are listed, and not in each form. */
export const pagesInOrder = <const Ps>(pages: RightOr<Ps, PagesInOrder<Ps, "">>): OrderedPages<Ps> =>
  pages as unknown as OrderedPages<Ps>
