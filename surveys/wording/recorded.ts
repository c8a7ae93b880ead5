/** Gives the version and the reading grade of a question's wording, only while the record holds these very words. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Question } from "../../policy/data/question.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { type Wording, wordingOf } from "./wording.ts"
import recorded from "./wordings.json" with { type: "json" }

/** `grade` measures the question and its hint, in grades to two decimals; null where an adult reads them out. */
export interface RecordedWording {
  readonly version: number
  readonly digest: string
  readonly grade: number | null
}

/** By form, then by the key of the question; a question that left its form keeps its line, so that no version is used twice. */
export type RecordedWordings = Readonly<Record<string, Readonly<Record<string, RecordedWording>>>>

export const recordedWordings: RecordedWordings = recorded

/** The version is part of it: a record whose version is not raised has no digest that fits other words. */
export const digestOfWording = (version: number, wording: Wording): string =>
  digestOf(JSON.stringify([version, wording]))

export const isOf = ({ version, digest }: RecordedWording, question: Question): boolean =>
  digest === digestOfWording(version, wordingOf(question))

export const recordedWordingOf = (
  form: FormId,
  question: Question,
  recorded: RecordedWordings = recordedWordings,
): RecordedWording | undefined => {
  const found = recorded[form]?.[question.key]
  return found && isOf(found, question) ? found : undefined
}
