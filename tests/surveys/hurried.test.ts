/** Whatever is tapped, typed or pressed twice, only what was chosen on a page shown for half a second is sent. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { WireAnswers } from "../../policy/data/answer.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { hurriedStep, settling } from "../../src/server/hurried-step.ts"
import { type OpenedState, startPlace } from "../../src/server/page-state.ts"
import { type Step, surveyStep } from "../../src/server/survey-step.ts"
import { type DisplayForm, type DisplayQuestion, displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"
import { type Fields, pageAnswers } from "../../surveys/page-answers.ts"

/** One press: a choice is named by its place on the page, and a button by what it does. */
interface Press {
  /** Milliseconds since the press before. */
  readonly after: number
  readonly on: number | "next" | "back" | "send" | "start"
}

const press: fc.Arbitrary<Press> = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 300, max: 5_000 })),
  on: fc.oneof(
    { weight: 5, arbitrary: fc.constant("next" as const) },
    { weight: 4, arbitrary: fc.nat(80) },
    { weight: 2, arbitrary: fc.constantFrom("back" as const, "send" as const, "start" as const) },
  ),
})

interface Choice {
  readonly name: string
  readonly value: string
  readonly many: boolean
}

const choicesOf = ({ key, kind, options = [], rows }: DisplayQuestion): readonly Choice[] => {
  const values = [...options.map((option) => option.key), "prefer-not-to-say"]
  const names = rows ? rows.map((row) => `q.${key}.${row.key}`) : [`q.${key}`]
  return names.flatMap((name) => values.map((value) => ({ name, value, many: kind === "choices" })))
}

/** What a page shows as chosen when it comes. */
const drawn = (step: Step): Fields => {
  if (step.to !== "page" || step.view.at !== "question") return []
  return Object.entries(step.view.answers).flatMap(([key, answer]): Fields => {
    if (typeof answer === "string") return [[`q.${key}`, answer]]
    if (Array.isArray(answer)) return answer.flatMap((one) => (typeof one === "string" ? [[`q.${key}`, one]] : []))
    return Object.entries(answer).map(([row, value]) => [`q.${key}.${row}`, String(value)])
  })
}

/** A row of a grid is answered on a page of its own. */
const oneByOne = (answers: WireAnswers): readonly string[] =>
  Object.entries(answers).flatMap(([key, answer]) =>
    typeof answer === "object" && !Array.isArray(answer)
      ? Object.entries(answer).map(([row, value]) => `${key}.${row} ${value}`)
      : [`${key} ${JSON.stringify(answer)}`],
  )

/** One browser without script, in which keys reach a page that has only just come. */
const browser = (form: DisplayForm) => {
  let now = 1_000_000
  let state: OpenedState = { token: "t", place: startPlace, answers: {}, begun: now, shown: now }
  let step: Step = { to: "start" }
  let fields: Fields = []
  const seen = new Set<string>()

  const tick = (on: number): void => {
    const choices = step.to === "page" && step.view.at === "question" ? step.view.stop.questions.flatMap(choicesOf) : []
    const { name, value, many } = choices[on % Math.max(choices.length, 1)] ?? {}
    if (name === undefined || value === undefined) return
    const isChosen = fields.some(([each, chosen]) => each === name && chosen === value)
    const others = fields.filter(([each, chosen]) => each !== name || (many && chosen !== value))
    fields = isChosen && many ? others : [...others, [name, value]]
  }
  const post = (go: string): void => {
    const isThere = go === "start" ? state.place === startPlace : go === "back" || state.place !== startPlace
    if (!isThere || (go === "send") !== (state.place === form.pages.length) || step.to === "send") return
    const questions = step.to === "page" && step.view.at === "question" ? step.view.stop.questions : []
    if (now - state.shown >= settling) for (const answer of oneByOne(pageAnswers(questions, fields))) seen.add(answer)
    const posted: Fields = [...fields, ["go", go]]
    step = hurriedStep(form, posted, state, now) ?? surveyStep(form, posted, state, now)
    fields = drawn(step)
    if (step.to === "page") state = { ...step.state, shown: now }
    else if (step.to === "start") state = { ...state, place: startPlace, answers: {}, shown: now }
  }
  return {
    press: ({ after, on }: Press): void => {
      now += after
      if (typeof on === "number") tick(on)
      else post(on)
    },
    seen,
    sent: (): WireAnswers | undefined => (step.to === "send" ? step.state.answers : undefined),
    place: () => state.place,
  }
}

const runs = process.env["FULL"] === "1" ? 5_000 : 100

test.each(forms)("form $id: any sequence of presses sends only what was seen", { timeout: 120_000 }, (form) => {
  const display = displayForm(form)
  let sendings = 0
  const presses = fc.array(press, { minLength: 40, maxLength: 400, size: "max" })
  fc.assert(
    fc.property(presses, (all) => {
      const child = browser(display)
      for (const each of [...all, ...display.pages.map(() => ({ after: settling, on: "next" as const }))])
        child.press(each)
      child.press({ after: settling, on: "send" })
      const sent = child.sent()
      if (sent === undefined) return
      sendings++
      for (const answer of oneByOne(sent)) expect(child.seen).toContain(answer)
    }),
    { numRuns: runs },
  )
  expect(sendings).toBeGreaterThan(runs / 10)
})

test.each(forms)("form $id: every press twice leaves no page out and sends nothing twice", (form) => {
  const display = displayForm(form)
  const child = browser(display)
  const places: number[] = []
  while (child.place() < display.pages.length) {
    child.press({ after: settling, on: child.place() === startPlace ? "start" : "next" })
    places.push(child.place())
    child.press({ after: 180, on: child.place() === display.pages.length ? "send" : "next" })
    expect(child.place()).toBe(places.at(-1))
  }
  expect(places).toEqual([...journey(display, {}).pages.map(({ place }) => place), display.pages.length])
  expect(child.sent()).toBeUndefined()
})

test("a page waits on the server as long as its style lets no press through", () => {
  expect(readFileSync(join(root, "src/style/survey.css"), "utf8")).toContain(`animation: settle ${settling / 1_000}s`)
})
