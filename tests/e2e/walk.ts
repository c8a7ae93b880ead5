/** Leads a child through a form by its own pages, checking that each is the page the journey says. */
import type { Page } from "playwright-core"
import { expect } from "vitest"
import type { ChoicesAnswer, WireAnswer, WireAnswers } from "../../policy/data/answer.ts"
import type { AskedForm, AskedQuestion } from "../../surveys/asked.ts"
import { type Journey, journey, type Stop } from "../../surveys/journey.ts"
import { councilGiven, schoolGiven } from "./given.ts"
import type { Hand } from "./hand.ts"

export interface Step {
  readonly questions: readonly AskedQuestion[]
  /** Taps or keys, the button included. */
  readonly effort: number
}

export interface Walk {
  readonly page: Page
  readonly hand: Hand
  readonly form: AskedForm
}

const searches: Readonly<Record<string, string>> = {
  [schoolGiven.code]: schoolGiven.words,
  [councilGiven.code]: councilGiven.words,
}

const isList = (answer: WireAnswer): answer is ChoicesAnswer => Array.isArray(answer)

const each = async (hand: Hand, question: AskedQuestion, answer: WireAnswer): Promise<void> => {
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
    for (const [row, value] of Object.entries(answer)) await hand.choose(`q.${key}.${row}`, value)
  }
}

/** Answers one question; a school or council is searched for first, as a child must. */
export const give = async (walk: Walk, question: AskedQuestion, answer: WireAnswer | undefined): Promise<void> => {
  if (answer === undefined) return
  const words = typeof answer === "string" ? searches[answer] : undefined
  if (words !== undefined && (question.kind === "school" || question.kind === "council")) {
    await walk.hand.write(`search.${question.key}`, words)
    await walk.hand.press("search")
    await walk.page.locator(`input[value="${answer}"]`).waitFor()
  }
  await each(walk.hand, question, answer)
}

/** Waits until the page asks these questions, and says them. */
export const arriveAt = async ({ page }: Walk, { questions }: Stop<AskedQuestion>): Promise<void> => {
  for (const { key, ask, sentences } of questions) {
    const field = `[name="q.${key}"],[name^="q.${key}."],[name="text.${key}"]`
    const question = page.locator("fieldset.question", { has: page.locator(field) })
    await question.waitFor()
    expect(await question.locator("legend .ask").first().innerText()).toContain(sentences?.[0]?.words ?? ask)
  }
}

export const begin = async (walk: Walk, url: string): Promise<void> => {
  await walk.page.goto(`${url}/survey/${walk.form.id}`)
  await walk.hand.press("start")
}

/** Until a question of this key is asked, or to the sending page; the answers given are the child's. */
export const walkOn = async (walk: Walk, given: WireAnswers, from = 0, untilKey?: string): Promise<readonly Step[]> => {
  const steps: Step[] = []
  let place = from
  for (;;) {
    const way: Journey<AskedQuestion> = journey(walk.form, given)
    const stop = way.stops.find((one) => one.place >= place)
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

export const atTheEnd = ({ page }: Walk): Promise<void> => page.locator(sendButton).waitFor()

export const finish = async ({ page, hand, form }: Walk): Promise<void> => {
  await hand.press("send")
  await page.waitForURL(`**/finished/${form.id}`)
}
