/** A client without script, as bare as can be: it posts a page at a time and carries the sealed field, and times each answer. */
import type { Agent } from "node:http"
import { setTimeout as delay } from "node:timers/promises"
import type { ChoicesAnswer, GridAnswer, WireAnswer, WireAnswers } from "../../../policy/data/answer.ts"
import type { DisplayForm, DisplayQuestion } from "../../../surveys/display-form.ts"
import { journey } from "../../../surveys/journey.ts"
import type { Fields } from "../../../surveys/page-answers.ts"
import { type Answer, request } from "../request.ts"

export interface Page extends Answer {
  /** Milliseconds until the whole of it was there. */
  readonly took: number
}

export interface Way {
  /** How long each page is looked at, in milliseconds. */
  readonly pause?: number
  readonly untilKey?: string | undefined
}

export interface Scriptless {
  readonly open: () => Promise<Page>
  readonly post: (fields: Fields) => Promise<Page>
  /** From the start to the sending page, or to the one that asks a question. */
  readonly walk: (given: WireAnswers, way?: Way) => Promise<readonly Page[]>
  readonly send: () => Promise<Page>
}

export const sealedIn = (html: string): string => /name="sealed" value="([^"]*)"/.exec(html)?.[1] ?? ""

const isList = (answer: WireAnswer): answer is ChoicesAnswer => Array.isArray(answer)

/** The fields that a browser would post for an answer. */
export const fieldsOf = (
  { key, options = [], rows = [] }: Pick<DisplayQuestion, "key" | "options" | "rows">,
  answer: WireAnswer | undefined,
): Fields => {
  if (answer === undefined) return []
  if (typeof answer === "string") return [[`q.${key}`, answer]]
  if (isList(answer)) return answer.flatMap((one) => fieldsOf({ key, options }, one))
  if ("other" in answer)
    return [
      [`q.${key}`, options.find(({ own }) => own)?.key ?? ""],
      [`own.${key}`, String(answer.other)],
    ]
  if ("text" in answer || "postcode" in answer) return [[`text.${key}`, Object.values(answer).join()]]
  const rowsHere = Object.entries(answer as GridAnswer).filter(([row]) => rows.some((each) => each.key === row))
  return rowsHere.map(([row, value]) => [`q.${key}.${row}`, value])
}

/** The pages that come before the question of this key, or all that ask something. */
export const askedUntil = (form: DisplayForm, given: WireAnswers, untilKey: string | undefined) => {
  const { pages } = journey(form, given)
  const end = pages.findIndex(({ questions }) => questions.some(({ key }) => key === untilKey))
  return end < 0 ? pages : pages.slice(0, end)
}

export const scriptless = (
  url: string,
  form: DisplayForm,
  agent?: Agent,
  more: Readonly<Record<string, string>> = {},
): Scriptless => {
  const path = `/survey/${form.id}`
  let sealed = ""
  const timed = async (asking: Promise<Answer>): Promise<Page> => {
    const began = performance.now()
    const answer = await asking
    const found = sealedIn(answer.text)
    if (found) sealed = found
    return { ...answer, took: performance.now() - began }
  }
  const post = (fields: Fields): Promise<Page> => {
    const all = sealed ? [["sealed", sealed] as const, ...fields] : fields
    return timed(
      request(url, {
        method: "POST",
        path,
        headers: { origin: url, "content-type": "application/x-www-form-urlencoded", ...more },
        body: new URLSearchParams(all.map(([name, value]) => [name, value])).toString(),
        ...(agent && { agent }),
      }),
    )
  }
  const open = () => timed(request(url, { path, ...(agent && { agent }) }))
  return {
    open,
    post,
    walk: async (given, { pause = 0, untilKey } = {}) => {
      const pages = [await open()]
      await delay(pause)
      pages.push(await post([["go", "start"]]))
      for (const { questions } of askedUntil(form, given, untilKey)) {
        const fields = questions.flatMap((question) => fieldsOf(question, given[question.key]))
        await delay(pause)
        pages.push(await post([...fields, ["go", "next"]]))
      }
      await delay(pause)
      return pages
    },
    send: () => post([["go", "send"]]),
  }
}
