/** Makes the record of wordings from the forms: each wording that changed gets the next version. */
import type { Form } from "../../../policy/data/form.ts"
import type { Question } from "../../../policy/data/question.ts"
import { type Formula, readerOf, readingBars } from "../../../surveys/wording/reading-bar.ts"
import {
  digestOfWording,
  isOf,
  type RecordedWording,
  type RecordedWordings,
} from "../../../surveys/wording/recorded.ts"
import { wordingOf } from "../../../surveys/wording/wording.ts"
import { fleschKincaidGrade, spacheGrade } from "./reading.ts"

export const gradeBy: Readonly<Record<Formula, (texts: readonly string[]) => number>> = {
  Spache: spacheGrade,
  "Flesch-Kincaid": fleschKincaidGrade,
}

/** Names the graded texts of a question: a single option is too short. */
export const prose = ({ ask, hint }: Question): readonly string[] => (hint ? [ask, hint] : [ask])

const gradeOf = (form: Form, question: Question): number | null => {
  const { grade } = readingBars[readerOf(form.id, question)]
  return grade === undefined ? null : Math.round(gradeBy[grade.by](prose(question)) * 100) / 100
}

const renewed = (form: Form, question: Question, recorded: RecordedWording | undefined): RecordedWording => {
  const grade = gradeOf(form, question)
  if (recorded && isOf(recorded, question)) return { ...recorded, grade }
  const version = (recorded?.version ?? 0) + 1
  return { version, digest: digestOfWording(version, wordingOf(question)), grade }
}

export const renewedWordings = (forms: readonly Form[], recorded: RecordedWordings): RecordedWordings =>
  Object.fromEntries(
    forms.map((form) => {
      const before = recorded[form.id] ?? {}
      const questions = form.pages.flatMap((page) => page.questions)
      const now = questions.map((question) => [question.key, renewed(form, question, before[question.key])] as const)
      return [form.id, { ...before, ...Object.fromEntries(now) }]
    }),
  )
