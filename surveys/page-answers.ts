/** Reads one page's posted fields into answers: the same for a browser's form data and a script-less post. */
import { dontKnow, preferNotToSay, type WireAnswer } from "../policy/data/answer.ts"
import type { AskedQuestion } from "./asked.ts"

/** Field names: `q.<key>` what was chosen, `q.<key>.<row>` one row of a grid, `text.<key>` words, `own.<key>` words beside "other". */
export type Fields = ReadonlyArray<readonly [name: string, value: string]>

const declined = (chosen: readonly string[]): string | undefined =>
  [preferNotToSay, dontKnow].find((each) => chosen.includes(each))

/** `undefined` is a blank. A declined question wins over whatever else was left on the page. */
const answerTo = (question: AskedQuestion, fields: Fields): WireAnswer | undefined => {
  const all = (name: string): readonly string[] => fields.filter(([each]) => each === name).map(([, value]) => value)
  const chosen = all(`q.${question.key}`)
  const refusal = declined(chosen)
  if (refusal !== undefined) return refusal
  const words = all(`text.${question.key}`).join("\n").trim()
  const own = all(`own.${question.key}`).join("\n").trim()
  const ownOption = question.options?.find((option) => option.own)?.key
  const withOwn = (key: string) => (key === ownOption && own ? { other: own } : key)
  switch (question.kind) {
    case "text":
      return words ? { text: words } : undefined
    case "postcode":
      return words ? { postcode: words } : undefined
    case "grid": {
      const rows = (question.rows ?? []).flatMap(({ key }) => {
        const value = all(`q.${question.key}.${key}`).at(-1)
        return value === undefined ? [] : [[key, value] as const]
      })
      return rows.length > 0 ? Object.fromEntries(rows) : undefined
    }
    case "choices": {
      const keys = own && ownOption && !chosen.includes(ownOption) ? [...chosen, ownOption] : chosen
      return keys.length > 0 ? [...new Set(keys)].map(withOwn) : undefined
    }
    default: {
      const key = chosen.at(-1) ?? (own ? ownOption : undefined)
      return key === undefined ? undefined : withOwn(key)
    }
  }
}

/** The page's answers by question key; blanks are left out. */
export const pageAnswers = (
  questions: readonly AskedQuestion[],
  fields: Fields,
): Readonly<Record<string, WireAnswer>> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerTo(question, fields)
      return answer === undefined ? [] : [[question.key, answer] as const]
    }),
  )
