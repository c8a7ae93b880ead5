/** Derives an easy-read form from its standard form: the same keys, options, opt-outs and conditions in other words; only the ages may go further. */
import type { Form, FormDraft, PageDraft } from "../../policy/data/form.ts"
import { agesOf } from "../../policy/data/form-scope.ts"
import type { QuestionDraft, RowDraft, Sentence } from "../../policy/data/question.ts"
import { ageOptions } from "./age-options.ts"
import type { EasyAges, EasyQuestion, EasyWords, IsReported, ReviewedWords, WithEasyAges } from "./easy-words.ts"
import type { Refused, RightOr } from "./question.ts"

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

type EasyQuestions<Qs extends readonly QuestionDraft[], W extends EasyWords, A extends readonly number[]> = {
  readonly [I in keyof Qs]: W["questions"] extends Readonly<Record<Qs[I]["key"], infer E extends EasyQuestion>>
    ? EasyOf<WithEasyAges<Qs[I], A>, E>
    : Qs[I]
}

type EasyPages<Ps extends readonly PageDraft[], W extends EasyWords, A extends readonly number[]> = {
  readonly [I in keyof Ps]: {
    readonly section: Ps[I]["section"]
    readonly questions: EasyQuestions<Ps[I]["questions"], W, A>
  }
}

export type EasyRead<F extends FormDraft, W extends EasyWords> = {
  readonly id: `easy-read-${F["id"]}`
  readonly title: W["title"]
  readonly ages: EasyAges<F>
  readonly derivedFrom: F["id"]
  readonly purpose: F["purpose"]
  readonly basis: F["basis"]
  readonly privacy: { readonly child: W["privacy"] }
  readonly sections: F["sections"]
  readonly pages: EasyPages<F["pages"], W, EasyAges<F>>
}

const ages: Readonly<Record<string, readonly number[]>> = agesOf

interface OptionsDraft {
  readonly characteristic?: string
  readonly options: readonly RowDraft[]
}

const reworded = (parts: readonly RowDraft[], words: Readonly<Record<string, Sentence>> = {}): readonly RowDraft[] =>
  parts.map((part) => ({ ...part, ...words[part.key] }))

const optionsOf = ({ characteristic, options }: OptionsDraft, ages: readonly number[]): readonly RowDraft[] =>
  characteristic === "age" ? ageOptions(ages) : options

const easy = ({ hint, picture, ...question }: QuestionDraft, words: EasyQuestion, ages: readonly number[]) => ({
  ...question,
  ask: words.sentences.map((sentence) => sentence.words).join(" "),
  sentences: words.sentences,
  ...("options" in question && { options: reworded(optionsOf(question, ages), words.options) }),
  ...("rows" in question && { rows: reworded(question.rows, words.rows) }),
})

type Outcome<F, W> =
  IsReported<F, W> extends true
    ? Form & Refused
    : W extends ReviewedWords<F, W> & EasyWords
      ? F extends FormDraft
        ? EasyRead<F, W>
        : Form & Refused
      : Form & Refused

export const easyRead = <const F, const W>(
  standard: F & Form,
  words: RightOr<W, ReviewedWords<F, W>>,
): Outcome<F, W> => {
  const { title, privacy, questions } = words as EasyWords
  const id = `easy-read-${standard.id}`
  const easyAges = ages[id] ?? standard.ages
  return {
    id,
    title,
    ages: easyAges,
    derivedFrom: standard.id,
    purpose: standard.purpose,
    basis: standard.basis,
    privacy: { child: privacy },
    sections: standard.sections,
    pages: standard.pages.map(({ section, questions: asked }) => ({
      section,
      questions: asked.flatMap((question) => {
        const easyWords = questions[question.key]
        return easyWords ? [easy(question, easyWords, easyAges)] : []
      }),
    })),
  } as unknown as Outcome<F, W>
}
