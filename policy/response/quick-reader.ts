/** Reads answers that are surely right, about ten times as fast as the decoder of `wire.ts`, which decides on all others. */
import type { WireAnswers } from "../data/answer.ts"
import type { Form } from "../data/form.ts"
import type { Option, Question } from "../data/question.ts"
import { notInThisList, registerCode } from "../data/register.ts"
import { parameters } from "../parameters.ts"
import { declined, isConsistent, isReadable, isUnique } from "./wire.ts"

type Answer = string | object

/** What it returns equals the decoder's result; it returns `undefined` for what the decoder must look at. */
type Read = (value: unknown) => Answer | undefined

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Each of these keys is optional and no other is allowed. What was read is in this order, whatever order was sent. */
const record =
  (reads: ReadonlyArray<readonly [key: string, read: Read]>): Read =>
  (value) => {
    if (!isRecord(value)) return undefined
    const found: Record<string, Answer> = {}
    let others = Object.keys(value).length
    for (const [key, read] of reads) {
      if (!Object.hasOwn(value, key)) continue
      const answer = read(value[key])
      if (answer === undefined) return undefined
      found[key] = answer
      others -= 1
    }
    return others === 0 ? found : undefined
  }

const oneOf = (keys: readonly string[]): Read => {
  const all = new Set(keys)
  return (value) => (typeof value === "string" && all.has(value) ? value : undefined)
}

const words =
  (name: string, upTo: number): Read =>
  (value) => {
    if (!isRecord(value) || Object.keys(value).length !== 1) return undefined
    const text = value[name]
    return typeof text === "string" && text.length <= upTo && isReadable(text) ? { [name]: text } : undefined
  }

const either =
  (text: Read, other: Read): Read =>
  (value) =>
    typeof value === "string" ? text(value) : other(value)

/** One of the options and of these further values, or words of the child's own. */
const choiceOf = (options: readonly Option[], further: readonly string[]): Read => {
  const keys = oneOf([...options.map(({ key }) => key), ...further])
  return options.some(({ own }) => own) ? either(keys, words("other", parameters.longestOwnWords.value)) : keys
}

const choicesOf = (options: readonly Option[], upTo: number): Read => {
  const [each, areConsistent] = [choiceOf(options, []), isConsistent(options)]
  return (value) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > upTo) return undefined
    const chosen = value.map((one: unknown) => each(one)).filter((one) => one !== undefined)
    return chosen.length === value.length && isUnique(chosen) && areConsistent(chosen) ? chosen : undefined
  }
}

const readOf = (question: Question): Read => {
  const refusals = declined(question)
  switch (question.kind) {
    case "choice":
      return choiceOf(question.options, refusals)
    case "choices":
      return either(oneOf(refusals), choicesOf(question.options, question.upTo))
    case "grid": {
      const value = oneOf([...question.options.map(({ key }) => key), ...refusals])
      const rows = record(question.rows.map((row) => [row.key, value] as const))
      return either(oneOf(refusals), (given) => {
        const read = rows(given)
        return read !== undefined && Object.keys(read).length > 0 ? read : undefined
      })
    }
    case "text":
      return either(oneOf(refusals), words("text", question.upTo))
    case "postcode":
      return either(oneOf(refusals), words("postcode", parameters.longestPostcode.value))
    default: {
      const listed = oneOf([...refusals, notInThisList])
      return (value) => listed(value) ?? (typeof value === "string" && registerCode.test(value) ? value : undefined)
    }
  }
}

/** Reads a whole form's answers; `undefined` does not mean that they are wrong. */
export const quickReaderOf = (form: Pick<Form, "pages">): ((input: unknown) => WireAnswers | undefined) => {
  const questions = form.pages.flatMap((page) => page.questions)
  return record(questions.map((question) => [question.key, readOf(question)] as const)) as (
    input: unknown,
  ) => WireAnswers | undefined
}
