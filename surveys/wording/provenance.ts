/** Says in words which version a wording is, how hard it is to read, and whether children tried it. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Question } from "../../policy/data/question.ts"
import { type CognitiveTest, cognitiveTestsOf } from "./cognitive-tests.ts"
import { readerOf, readingBars } from "./reading-bar.ts"
import { type RecordedWording, recordedWordingOf } from "./recorded.ts"

export const gradeWords = (form: FormId, question: Question, { grade }: Pick<RecordedWording, "grade">): string => {
  const bar = readingBars[readerOf(form, question)].grade
  return grade === null || bar === undefined
    ? "none: an adult reads it out"
    : `${grade} by ${bar.by}, at most ${bar.upTo}`
}

const testWords = ({ day, children, version, note }: CognitiveTest): string =>
  `${day}, ${children} children, version ${version}: ${note}`

export const provenanceLines = (
  form: FormId,
  question: Question,
  tests: readonly CognitiveTest[] = cognitiveTestsOf(form, question.key),
): readonly string[] => {
  const recorded = recordedWordingOf(form, question)
  if (recorded === undefined)
    return ["Version of the wording: none, because its words changed: run npm run forms:renew"]
  return [
    `Version of the wording: ${recorded.version}`,
    `Reading grade: ${gradeWords(form, question, recorded)}`,
    ...(tests.length === 0 ? ["Cognitive tests: none yet"] : tests.map((test) => `Cognitive test: ${testWords(test)}`)),
    ...(tests.length > 0 && tests.every(({ version }) => version < recorded.version)
      ? ["Cognitive tests of this version: none yet"]
      : []),
  ]
}
