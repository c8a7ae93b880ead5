/** An easy-read form is its standard form in other words: the same keys, options, opt-outs and conditions, or it does not compile. */
import type { Breach } from "../policy/breach.ts"
import type { Form, FormDraft, PageDraft, PrivacyInformation } from "../policy/data/form.ts"
import type { QuestionDraft, RowDraft, Sentence } from "../policy/data/question.ts"
import type { KeyOf, OptionOf, QuestionOf, RowOf } from "../policy/question-of.ts"

/** A question in one or more sentences, and each of its options and rows in one, all with their pictures. */
export interface EasyQuestion {
  readonly sentences: readonly [Sentence, ...Sentence[]]
  readonly options?: Readonly<Record<string, Sentence>>
  readonly rows?: Readonly<Record<string, Sentence>>
}

export interface EasyWords {
  readonly title: string
  readonly privacy: PrivacyInformation
  readonly questions: Readonly<Record<string, EasyQuestion>>
}

type Parts<Of extends string, K, Kind extends string> = K extends string | number ? `${Of} ${Kind} ${K}` : never

type NeededBy<Q> = Q extends unknown
  ? KeyOf<Q> | Parts<KeyOf<Q>, KeyOf<OptionOf<Q>>, "option"> | Parts<KeyOf<Q>, KeyOf<RowOf<Q>>, "row">
  : never

type GivenBy<W extends EasyWords> = {
  [K in keyof W["questions"] & string]:
    | K
    | Parts<K, keyof NonNullable<W["questions"][K]["options"]>, "option">
    | Parts<K, keyof NonNullable<W["questions"][K]["rows"]>, "row">
}[keyof W["questions"] & string]

type Missing<F extends FormDraft, W extends EasyWords> = Exclude<NeededBy<QuestionOf<F>>, GivenBy<W>>
type Extra<F extends FormDraft, W extends EasyWords> = Exclude<GivenBy<W>, NeededBy<QuestionOf<F>>>

/** What the compiler shows when the words are not those of the standard form, one for one. */
export type Parity<F extends FormDraft, W extends EasyWords> = [Missing<F, W>] extends [never]
  ? [Extra<F, W>] extends [never]
    ? unknown
    : Breach<"forms-match-the-dpia", `take out "${Extra<F, W>}": form ${F["id"]} does not have it`>
  : Breach<"forms-match-the-dpia", `give "${Missing<F, W>}" of form ${F["id"]} its easy words and picture`>

type Flat<T> = { readonly [K in keyof T]: T[K] }

type Joined<S extends readonly Sentence[]> = S extends readonly [
  infer A extends Sentence,
  ...infer Rest extends Sentence[],
]
  ? Rest extends readonly []
    ? A["words"]
    : `${A["words"]} ${Joined<Rest>}`
  : string

type Reworded<O extends readonly RowDraft[], W> = {
  readonly [I in keyof O]: Flat<Omit<O[I], "words" | "picture"> & Of<W, O[I]["key"]>>
}

/** Keys such as 9 are numbers to the compiler and strings to an option. */
type Of<W, K extends string> = W extends Readonly<Record<K, infer S>> ? S : Sentence

type EasyOf<Q, W extends EasyQuestion> = Flat<
  Omit<Q, "ask" | "hint" | "picture" | "options" | "rows"> & {
    readonly ask: Joined<W["sentences"]>
    readonly sentences: W["sentences"]
  } & (Q extends { readonly options: infer O extends readonly RowDraft[] }
      ? { readonly options: Reworded<O, W["options"]> }
      : unknown) &
    (Q extends { readonly rows: infer R extends readonly RowDraft[] }
      ? { readonly rows: Reworded<R, W["rows"]> }
      : unknown)
>

type EasyQuestions<Qs extends readonly QuestionDraft[], W extends EasyWords> = {
  readonly [I in keyof Qs]: W["questions"] extends Readonly<Record<Qs[I]["key"], infer E extends EasyQuestion>>
    ? EasyOf<Qs[I], E>
    : Qs[I]
}

type EasyPages<Ps extends readonly PageDraft[], W extends EasyWords> = {
  readonly [I in keyof Ps]: {
    readonly section: Ps[I]["section"]
    readonly questions: EasyQuestions<Ps[I]["questions"], W>
  }
}

export type EasyRead<F extends FormDraft, W extends EasyWords> = {
  readonly id: `easy-read-${F["id"]}`
  readonly title: W["title"]
  readonly ages: F["ages"]
  readonly derivedFrom: F["id"]
  readonly purpose: F["purpose"]
  readonly basis: F["basis"]
  readonly privacy: { readonly child: W["privacy"] }
  readonly sections: F["sections"]
  readonly pages: EasyPages<F["pages"], W>
}

const reworded = (parts: readonly RowDraft[], words: Readonly<Record<string, Sentence>> = {}): readonly RowDraft[] =>
  parts.map((part) => ({ ...part, ...words[part.key] }))

const easy = ({ hint, picture, ...question }: QuestionDraft, words: EasyQuestion) => ({
  ...question,
  ask: words.sentences.map((sentence) => sentence.words).join(" "),
  sentences: words.sentences,
  ...("options" in question && { options: reworded(question.options, words.options) }),
  ...("rows" in question && { rows: reworded(question.rows, words.rows) }),
})

export const easyRead = <const F extends FormDraft, const W extends EasyWords>(
  standard: F & Form,
  words: W & Parity<F, W>,
): EasyRead<F, W> => {
  const { questions }: EasyWords = words
  return {
    id: `easy-read-${standard.id}`,
    title: words.title,
    ages: standard.ages,
    derivedFrom: standard.id,
    purpose: standard.purpose,
    basis: standard.basis,
    privacy: { child: words.privacy },
    sections: standard.sections,
    pages: standard.pages.map(({ section, questions: asked }) => ({
      section,
      questions: asked.flatMap((question) => {
        const easyWords = questions[question.key]
        return easyWords ? [easy(question, easyWords)] : []
      }),
    })),
  } as unknown as EasyRead<F, W>
}
