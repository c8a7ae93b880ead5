/** A free-text question never asks who or where a child is, and the child's part of the 4-5 form has no free text at all. */
import type { Breach } from "../breach.ts"
import type { QuestionDraft } from "../data/question.ts"
import type { KeyOf, OptionOf } from "../data/question-of.ts"
import { type PersonalWords, personalWords } from "../data/wording.ts"
import { type AskedQuestion, everyQuestion, named } from "../facts/asked-question.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { decoderOf } from "../response/decoder.ts"
import { smallForm } from "../response/small-form.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

/** Everything a free-text question says, where it is written out for the compiler to read. */
type Said<Q> =
  | (Q extends { readonly ask: infer A extends string } ? A : never)
  | (Q extends { readonly hint: infer H extends string } ? H : never)
  | (Q extends { readonly sentences: ReadonlyArray<{ readonly words: infer W extends string }> } ? W : never)

type Personal<S extends string> = S extends unknown
  ? string extends S
    ? true
    : Lowercase<S> extends `${string}${PersonalWords}${string}`
      ? true
      : never
  : never

type AsksWho<Q> = Q extends { readonly kind: infer K }
  ? "text" extends K
    ? [Personal<Said<Q>>] extends [never]
      ? never
      : KeyOf<Q>
    : never
  : never

type TakesOwnWords<Q> = Q extends { readonly kind: infer K }
  ? "text" extends K
    ? true
    : OptionOf<Q> extends infer O
      ? O extends { readonly own: true }
        ? true
        : never
      : never
  : never

type WrittenByAYoungChild<Q> = Q extends unknown
  ? Q extends { readonly respondent: "parent" }
    ? never
    : [TakesOwnWords<Q>] extends [never]
      ? never
      : KeyOf<Q>
  : never

export type FreeTextAsksNoPersonalData<Q> = [AsksWho<Q>] extends [never]
  ? unknown
  : Breach<
      "free-text-asks-no-personal-data",
      `reword question "${AsksWho<Q>}", in words written out here, so that it does not ask who or where a child is`
    >

/** `Id` is the form that asks the question. */
export type NoFreeTextForAYoungChild<Q, Id extends string> = [Id] extends ["4-5"]
  ? [WrittenByAYoungChild<Q>] extends [never]
    ? unknown
    : Breach<
        "free-text-asks-no-personal-data",
        `take the free text out of question "${WrittenByAYoungChild<Q>}", or ask it of the parent: a child of 4 or 5 only taps choices`
      >
  : unknown

const takesOwnWords = (question: QuestionDraft): boolean =>
  question.kind === "text" || ("options" in question && question.options.some((option) => option.own))

const said = ({ ask, hint = "", sentences = [] }: QuestionDraft): string =>
  [ask, hint, ...sentences.map((sentence) => sentence.words)].join(" ").toLowerCase()

const asksWho = (question: QuestionDraft): boolean =>
  question.kind === "text" && personalWords.some((words) => said(question).includes(words))

const writtenByAYoungChild = ({ form, question }: AskedQuestion): boolean =>
  form.id === "4-5" && question.respondent !== "parent" && takesOwnWords(question)

export const freeTextAsksNoPersonalData = defineRule({
  id: "free-text-asks-no-personal-data",
  statement: "Free-text questions ask for no personal data, and a child of 4 or 5 is given no free text.",
  source: { section: 2, quote: "These questions will not ask for any personal data" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 25"],
  enforcedBy: ["types", "schema", "test"],
  enforcedAt: [
    "surveys/authoring/form.ts#defineForm",
    "surveys/authoring/question.ts#question",
    "policy/response/admit.ts#admit",
  ],
  audit: ({ forms, content }) =>
    judge({ forms, content }, ({ forms, content }) => {
      const texts = everyQuestion(forms).filter(({ question }) => takesOwnWords(question))
      const offenders = texts.filter((each) => asksWho(each.question) || writtenByAYoungChild(each))
      return upheldUnless(
        [
          ...offenders.map((each) => `${named(each)} asks for personal data or gives a young child free text`),
          ...contentBreaches(content, "free-text-asks-no-personal-data"),
        ],
        `${texts.length} of ${texts.length} free-text parts ask for nothing personal; none in the 4-5 child part; ${contentText(content)}`,
      )
    }),
  examples: {
    decode: decoderOf(smallForm),
    accepts: {
      "a choice where choices are given": { happy: "yes" },
      "words where words are asked": { change: { text: "Parks." } },
    },
    refuses: {
      "words where choices are given": { happy: { text: "x" } },
      "words next to a choice": { happy: { other: "x" } },
      "words among choices": { hopes: ["job", { other: "x" }] },
      "words in a grid": { likes: { area: { text: "x" } } },
      "words without end": { change: { text: "x".repeat(301) } },
    },
  },
})
