/** Leads a child through a form by its own pages, checking that each is the page the journey says. */
import type { Page } from "playwright-core"
import { expect } from "vitest"
import type { ChoicesAnswer, GridAnswer, WireAnswer, WireAnswers } from "../../../policy/data/answer.ts"
import type { DisplayForm, DisplayQuestion } from "../../../surveys/display-form.ts"
import { type Journey, type JourneyPage, journey } from "../../../surveys/journey.ts"
import { councilGiven, schoolGiven } from "./child-answers.ts"
import type { Hand } from "./hand.ts"
import { settled } from "./settled.ts"

export interface Step {
  readonly questions: readonly DisplayQuestion[]
  /** Taps or keys, the button included. */
  readonly effort: number
}

export interface Walk {
  readonly page: Page
  readonly hand: Hand
  readonly form: DisplayForm
}

const searches: Readonly<Record<string, string>> = {
  [schoolGiven.code]: schoolGiven.words,
  [councilGiven.code]: councilGiven.words,
}

const isList = (answer: WireAnswer): answer is ChoicesAnswer => Array.isArray(answer)

const each = async (hand: Hand, question: DisplayQuestion, answer: WireAnswer): Promise<void> => {
  const { key, options = [] } = question
  if (isList(answer)) {
    for (const one of answer) await each(hand, question, one)
  } else if (typeof answer === "string") {
    await hand.choose(`q.${key}`, answer)
  } else if ("other" in answer) {
    await hand.choose(`q.${key}`, options.find(({ own }) => own)?.key ?? "")
    await hand.write(`own.${key}`, String(answer.other))
  } else if ("text" in answer || "postcode" in answer) {
    await hand.write(`text.${key}`, Object.values(answer).join())
  } else {
    for (const { key: row } of question.rows ?? []) {
      const value = (answer as GridAnswer)[row]
      if (value !== undefined) await hand.choose(`q.${key}.${row}`, value)
    }
  }
}

/** Answers one question; a school or council is searched for first, as a child must. */
export const give = async (walk: Walk, question: DisplayQuestion, answer: WireAnswer | undefined): Promise<void> => {
  if (answer === undefined) return
  const words = typeof answer === "string" ? searches[answer] : undefined
  if (words !== undefined && (question.kind === "school" || question.kind === "council")) {
    await walk.hand.write(`search.${question.key}`, words)
    await walk.hand.press("search")
    await walk.page.locator(`input[value="${answer}"]`).waitFor()
    await settled(walk.page)
  }
  await each(walk.hand, question, answer)
}

/** Selects a field by which a page is known to ask this question. */
export const fieldOf = ({ key, rows }: Pick<DisplayQuestion, "key" | "rows">): string =>
  rows ? `[name="q.${key}.${rows[0]?.key}"]` : `[name="q.${key}"],[name="text.${key}"]`

/** What the page says above each of these fields, once it shows them all and takes presses; read in one look inside the page. */
const askedBy = (fields: readonly string[]): readonly string[] | undefined => {
  const form = document.querySelector(".survey form")
  if (form === null || getComputedStyle(form).pointerEvents === "none") return undefined
  const asked = fields.flatMap((field) => {
    const shown = document.querySelector(field)?.closest<HTMLElement>("fieldset.question")
    const ask = shown?.checkVisibility({ visibilityProperty: true })
      ? shown.querySelector<HTMLElement>("legend .ask")
      : undefined
    return ask ? [ask.innerText.replace(/\s+/g, " ")] : []
  })
  return asked.length === fields.length ? asked : undefined
}

/** Waits until the page asks these questions, and says them. */
export const arriveAt = async ({ page }: Walk, { questions }: JourneyPage<DisplayQuestion>): Promise<void> => {
  let asked: readonly string[] | undefined
  const look = async () => {
    asked = await page.evaluate(askedBy, questions.map(fieldOf)).catch(() => undefined)
    return asked !== undefined
  }
  await expect.poll(look, { timeout: 20_000, interval: 20 }).toBe(true)
  for (const [index, { ask, sentences }] of questions.entries())
    expect(asked?.[index]).toContain(sentences?.[0]?.words ?? ask)
}

export const begin = async (walk: Walk, url: string): Promise<void> => {
  await walk.page.goto(`${url}/survey/${walk.form.id}`)
  await settled(walk.page)
  await walk.hand.press("start")
}

/** Until a question of this key is asked, or to the sending page; the answers given are the child's. */
export const walkOn = async (walk: Walk, given: WireAnswers, from = 0, untilKey?: string): Promise<readonly Step[]> => {
  const steps: Step[] = []
  let place = from
  for (;;) {
    const way: Journey<DisplayQuestion> = journey(walk.form, given)
    const stop = way.pages.find((one) => one.place >= place)
    if (stop === undefined) break
    await arriveAt(walk, stop)
    if (stop.questions.some(({ key }) => key === untilKey)) return steps
    const before = walk.hand.count()
    for (const question of stop.questions) await give(walk, question, given[question.key])
    await walk.hand.press("next")
    steps.push({ questions: stop.questions, effort: walk.hand.count() - before })
    place = stop.place + 1
  }
  await atTheEnd(walk)
  return steps
}

export const sendButton = "button[name=go][value=send]"

export const atTheEnd = async ({ page }: Walk): Promise<void> => {
  await page.locator(sendButton).waitFor()
  await settled(page)
}

export const finish = async ({ page, hand, form }: Walk): Promise<void> => {
  await hand.press("send")
  await page.waitForURL(`**/finished/${form.id}`)
}
