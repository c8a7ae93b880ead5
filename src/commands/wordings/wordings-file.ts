/** Writes the wording of every form as one file, and reads such a file of an earlier version. */
import { Effect, Schema } from "effect"
import { type Form, noticeParts, type PrivacyInformation } from "../../../policy/data/form.ts"
import type { Question } from "../../../policy/data/question.ts"
import { cognitiveTestsOf } from "../../../surveys/wording/cognitive-tests.ts"
import { readerOf, readingBars } from "../../../surveys/wording/reading-bar.ts"
import { recordedWordingOf } from "../../../surveys/wording/recorded.ts"
import { wordingOf } from "../../../surveys/wording/wording.ts"

const Text = Schema.String
const optionalText = Schema.optionalKey(Text)
const yes = Schema.optionalKey(Schema.Literal(true))

const Part = Schema.Struct({ key: Text, words: Text, picture: optionalText, own: yes, alone: yes })
export type Part = typeof Part.Type

const ExportedQuestion = Schema.Struct({
  key: Text,
  version: Schema.Number,
  /** `grade` and `atMost` in school grades by `formula`; all null where an adult reads the words out. */
  reading: Schema.Struct({
    formula: Schema.NullOr(Text),
    grade: Schema.NullOr(Schema.Number),
    atMost: Schema.NullOr(Schema.Number),
  }),
  /** Empty: no child has tried this wording yet. */
  cognitiveTests: Schema.Array(
    Schema.Struct({ version: Schema.Number, day: Text, children: Schema.Number, note: Text }),
  ),
  wording: Schema.Struct({
    kind: Text,
    respondent: optionalText,
    ask: Text,
    sentences: Schema.optionalKey(Schema.Array(Schema.Struct({ words: Text, picture: Text }))),
    hint: optionalText,
    picture: optionalText,
    rows: Schema.optionalKey(Schema.Array(Part)),
    options: Schema.optionalKey(Schema.Array(Part)),
    upTo: Schema.optionalKey(Schema.Number),
    notInList: optionalText,
    dontKnow: optionalText,
    optOut: Text,
  }),
})
export type ExportedQuestion = typeof ExportedQuestion.Type

const ExportedForm = Schema.Struct({
  id: Text,
  title: Text,
  ages: Schema.Array(Schema.Number),
  sections: Schema.Array(Schema.Struct({ key: Text, title: Text })),
  notices: Schema.Array(Schema.Struct({ reader: Text, version: Text, title: Text, facts: Schema.Array(Text) })),
  questions: Schema.Array(ExportedQuestion),
})
export type ExportedForm = typeof ExportedForm.Type

export const WordingsFile = Schema.Struct({ format: Schema.Literal("wordings 1"), forms: Schema.Array(ExportedForm) })
export type WordingsFile = typeof WordingsFile.Type

/** A wording is not the one that its version names, so that an export would give a false version. */
export class UnversionedWording extends Schema.TaggedError<UnversionedWording>()("UnversionedWording", {
  message: Schema.String,
}) {}

const exportQuestion = Effect.fnUntraced(function* (form: Form, question: Question) {
  const recorded = recordedWordingOf(form.id, question)
  if (recorded === undefined)
    return yield* new UnversionedWording({
      message: `The words of ${question.key} in form ${form.id} have no version. Nothing was done. Run: npm run forms:renew`,
    })
  const bar = readingBars[readerOf(form.id, question)].grade
  return {
    key: question.key,
    version: recorded.version,
    reading: { formula: bar?.by ?? null, grade: recorded.grade, atMost: bar?.upTo ?? null },
    cognitiveTests: cognitiveTestsOf(form.id, question.key).map(({ version, day, children, note }) => ({
      version,
      day,
      children,
      note,
    })),
    wording: wordingOf(question),
  } satisfies ExportedQuestion
})

const exportNotice = (reader: string, notice: PrivacyInformation | undefined): ExportedForm["notices"] =>
  notice === undefined
    ? []
    : [
        {
          reader,
          version: notice.version,
          title: notice.title,
          facts: noticeParts.flatMap((part) => notice[part].map(({ words }) => words)),
        },
      ]

export const exportForms = Effect.fn("Wordings.export")(function* (forms: readonly Form[]) {
  const exported = yield* Effect.forEach(
    forms,
    Effect.fnUntraced(function* (form) {
      const questions = form.pages.flatMap((page) => page.questions)
      return {
        id: form.id,
        title: form.title,
        ages: form.ages,
        sections: form.sections.map(({ key, title }) => ({ key, title })),
        notices: [...exportNotice("parent", form.privacy.parent), ...exportNotice("child", form.privacy.child)],
        questions: yield* Effect.forEach(questions, (question) => exportQuestion(form, question)),
      } satisfies ExportedForm
    }),
  )
  return { format: "wordings 1", forms: exported } satisfies WordingsFile
})
