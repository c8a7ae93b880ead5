/** Compares the words of an easy-read form with its standard form: a question, option or row too few or too many does not compile. */
import type { Breach } from "../../policy/breach.ts"
import type { FormDraft, PrivacyInformation } from "../../policy/data/form.ts"
import type { agesOf } from "../../policy/data/form-scope.ts"
import type { Sentence } from "../../policy/data/question.ts"
import type { KeyOf, OptionOf, QuestionOf, RowOf } from "../../policy/data/question-of.ts"
import type { LawfulWords } from "../../policy/lawful.ts"
import type { AgeOptions } from "./age-options.ts"
import type { Mistake, OrFaults, Refused } from "./question.ts"

/** A question is one or more sentences; each of its options and rows is one. Every sentence has its picture. */
export interface EasyQuestion {
  readonly sentences: readonly [Sentence, ...Sentence[]]
  readonly options?: Readonly<Record<string, Sentence>>
  readonly rows?: Readonly<Record<string, Sentence>>
}

/** The ages of the easy-read form of `F`, which may go further than its standard form (F44). */
export type EasyAges<F extends FormDraft> = `easy-read-${F["id"]}` extends infer Id extends keyof typeof agesOf
  ? (typeof agesOf)[Id]
  : F["ages"]

/** The question with the easy-read ages, if it asks for the age. */
export type WithEasyAges<Q, A extends readonly number[]> = Q extends { readonly characteristic: "age" }
  ? { readonly [K in keyof Q]: K extends "options" ? AgeOptions<A> : Q[K] }
  : Q

export interface EasyWords {
  readonly title: string
  readonly privacy: PrivacyInformation
  /** By question key. */
  readonly questions: Readonly<Record<string, EasyQuestion>>
}

/** A key such as 9 is a number to the compiler and a string to an option. */
type Name<K> = K extends string | number ? `${K}` : never

type KeysOf<Q, List> = List extends "options" ? KeyOf<OptionOf<Q>> : List extends "rows" ? KeyOf<RowOf<Q>> : never

type ReviewedList<Keys extends string, W> = [Exclude<Keys, Name<keyof W>>] extends [never]
  ? {
      readonly [K in keyof W]: Name<K> extends Keys
        ? W[K]
        : Breach<"forms-match-the-dpia", `take out "${Name<K>}": the standard question does not have it`>
    }
  : Breach<"forms-match-the-dpia", `give "${Exclude<Keys, Name<keyof W>>}" its easy words and picture`>

type ReviewedSentences<Q, S> = {
  readonly [I in keyof S]: {
    readonly [K in keyof S[I]]: K extends "words" ? OrFaults<S[I][K], LawfulWords<Q, S[I][K]>> : S[I][K]
  }
}

type ListWithoutWords<Q, W> = Exclude<keyof Q & ("options" | "rows"), keyof W>

type ReviewedQuestion<Q, W> = {
  readonly [K in keyof W]: K extends "sentences"
    ? [ListWithoutWords<Q, W>] extends [never]
      ? ReviewedSentences<Q, W[K]>
      : Breach<
          "forms-match-the-dpia",
          `give the ${ListWithoutWords<Q, W>} of question "${KeyOf<Q>}" their easy words and pictures`
        >
    : K extends "options" | "rows"
      ? ReviewedList<KeysOf<Q, K>, W[K]>
      : Mistake<`take out "${K & string}": easy read has only sentences, options and rows`>
}

type ReviewedQuestions<Qs, W> = {
  readonly [K in keyof W]: [Extract<Qs, { readonly key: K }>] extends [never]
    ? Breach<"forms-match-the-dpia", `take out "${K & string}": the standard form does not ask it`>
    : ReviewedQuestion<Extract<Qs, { readonly key: K }>, W[K]>
}

type WithoutWords<F extends FormDraft, W extends EasyWords> = Exclude<KeyOf<QuestionOf<F>>, keyof W["questions"]>

/** A question without words is reported at the title, since no line of its own is there to report it at. */
type Compared<F extends FormDraft, W extends EasyWords> = {
  readonly [K in keyof W]: K extends "title"
    ? [WithoutWords<F, W>] extends [never]
      ? W[K]
      : Breach<
          "forms-match-the-dpia",
          `give question "${WithoutWords<F, W>}" of form ${F["id"]} its easy words and pictures`
        >
    : K extends "questions"
      ? ReviewedQuestions<WithEasyAges<QuestionOf<F>, EasyAges<F>>, W[K]>
      : W[K]
}

/** Whether a mistake is already reported: in the standard form, or in words that several forms share. */
export type IsReported<F, W> = F extends Refused ? true : W extends { readonly questions: Refused } ? true : false

/** The words with the remedy in the place of each mistake; the same type where there is no mistake. */
export type ReviewedWords<F, W> =
  IsReported<F, W> extends true ? W : W extends EasyWords ? (F extends FormDraft ? Compared<F, W> : W) : EasyWords
