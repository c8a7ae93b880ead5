/** Holds every period, date, number and telephone number of the packs to the place that decides it, and their words to plain English. */
import { describe, expect, test } from "vitest"
import { optOutWords } from "../../policy/data/answer.ts"
import { agesOf } from "../../policy/data/form-scope.ts"
import { emergency, everyHelpLine } from "../../policy/data/help-lines.ts"
import { inWords } from "../../policy/in-words.ts"
import { parameters } from "../../policy/parameters.ts"
import { quiet } from "../../src/browser/idle.ts"
import { packPage } from "../../src/pages/pack.tsx"
import { type Deployed, type PackFacts, packFacts } from "../../src/pages/packs/facts.ts"
import { lessonMinutes } from "../../src/pages/packs/lesson.ts"
import type { Pack } from "../../src/pages/packs/pack.ts"
import { packs } from "../../src/pages/packs/packs.ts"
import { settling } from "../../src/server/hurried-step.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { durationOf } from "../../surveys/duration.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { firstLayer } from "../../surveys/privacy-information/first-layer.ts"
import { saidBy } from "../support/pages/html.ts"
import { fleschKincaidGrade } from "../support/surveys/reading.ts"

const deployed: Deployed = {
  origin: "https://survey.example",
  forms,
  window: { opens: "2031-03-02", closes: "2031-04-01" },
  contacts: {},
}
const facts = packFacts(deployed)
const piecesOf = (pack: Pack, given: PackFacts) =>
  pack
    .parts(given)
    .flatMap(({ heading, lines = [], list = [], steps = [], aloud = [], table = [] }) => [
      heading,
      ...lines,
      ...list,
      ...steps,
      ...aloud,
      ...table.flat(),
    ])
const textOf = (slug: string, given = facts): string =>
  packs
    .filter((pack) => pack.slug === slug)
    .flatMap((pack) => [pack.title, pack.lead, ...piecesOf(pack, given)])
    .join("\n")

test("packs have addresses of their own", () => {
  expect(new Set(packs.map(({ slug }) => slug)).size).toBe(packs.length)
  expect(packs.length).toBeGreaterThan(6)
})

describe("each fact is the one that is decided elsewhere", () => {
  test.each([
    ["letter", "2 March 2031 to 1 April 2031"],
    ["times-and-dates", "2 March 2031 to 1 April 2031"],
    ["secure-units", "2 March 2031 to 1 April 2031"],
    ["letter", `kept for ${inWords(parameters.retention)}`],
    ["times-and-dates", `The answers: ${inWords(parameters.retention)}`],
    ["times-and-dates", `may take ${inWords(parameters.reviewPeriod)}`],
    ["letter", `within ${inWords(parameters.complaintAcknowledged)}`],
    ["letter", `about ${inWords(parameters.evidenceTeam)}`],
    ["letter", `No count below ${parameters.threshold.value}`],
    ["switch-and-eye-gaze", `no press for ${settling / 1_000} seconds`],
    ["switch-and-eye-gaze", `After ${inWords({ value: quiet / 60_000, unit: "days" }).replace("days", "minutes")}`],
    ["switch-and-eye-gaze", `ages ${Math.min(...agesOf["easy-read-6-8"])} to ${Math.max(...agesOf["easy-read-9-12"])}`],
    ["if-a-child-tells-you", `Call ${emergency.number}`],
    ["before-and-after", optOutWords],
    ["letter", "their age, their gender, their ethnic group, who supports them"],
  ])("%s: %s", (slug, words) => expect(textOf(slug)).toContain(words))

  test("a zero is spoken of as the parameter decides", () => {
    expect(textOf("letter").includes("other than zero")).toBe(!parameters.suppressZeros.value)
  })

  test("the words to say before are the first lines of each child's own notice", () => {
    for (const form of forms.filter(({ derivedFrom }) => derivedFrom === undefined))
      for (const { words } of firstLayer(form.privacy.child)) expect(textOf("before-and-after")).toContain(words)
  })

  test.each(["if-a-child-tells-you", "secure-units"])("%s lists every help line with its number", (slug) => {
    for (const { name, number } of everyHelpLine) {
      expect(textOf(slug)).toContain(name)
      expect(textOf(slug)).toContain(number)
    }
  })

  test("a rehearsal gives no dates", () => {
    const rehearsal = packFacts({ ...deployed, window: "always" })
    expect(textOf("letter", rehearsal)).toContain("The dates are not set yet")
    expect(textOf("letter", rehearsal)).not.toMatch(/20\d\d/)
  })
})

/** The same facts without a figure in them: whatever figure is left is the page's own. */
const withoutFigures: PackFacts = {
  ...facts,
  forms: facts.forms.map((each) => ({
    ...each,
    name: "NAME",
    address: "ADDRESS",
    duration: { screens: 0, from: 0, to: 0 },
  })),
  dates: "DATES",
  kept: "KEPT",
  reviewed: "REVIEWED",
  acknowledged: "ACKNOWLEDGED",
  readers: "READERS",
  smallestCount: "SMALLEST",
  ages: "AGES",
  easyAges: "EASY",
  idle: "IDLE",
  settles: "SETTLES",
  helpLines: facts.helpLines.map((each) => ({ ...each, number: "NUMBER" })),
  danger: "DANGER",
}

test("no pack states a figure of its own, but the minutes of the lesson and an article of the law", () => {
  const notices = forms.flatMap(({ privacy }) => firstLayer(privacy.child).map(({ words }) => words))
  const own = packs
    .filter(({ slug }) => slug !== "lesson")
    .flatMap((pack) => [pack.lead, ...piecesOf(pack, withoutFigures)])
    .filter((piece) => !notices.includes(piece) && piece !== "0" && piece !== "about 0")
    .map((piece) => piece.replace("UK GDPR, Article 6(1)(e)", ""))
  const unit = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|people|children)"
  expect(
    own.filter((piece) => new RegExp(`\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten) ${unit}`).test(piece)),
  ).toEqual([])
})

test("the lesson ends when its title says, and names each form that may not fit", () => {
  expect(lessonMinutes).toBe(20)
  const lesson = textOf("lesson")
  expect(lesson).toContain(`A lesson of ${lessonMinutes} minutes`)
  const spans = [...lesson.matchAll(/^(\d+) to (\d+)$/gm)].map(([, from, to]) => [Number(from), Number(to)] as const)
  expect(spans[0]?.[0]).toBe(0)
  expect(spans.at(-1)?.[1]).toBe(lessonMinutes)
  for (const [at, [from]] of spans.entries()) if (at > 0) expect(from).toBe(spans[at - 1]?.[1])
  const longest = Math.max(...spans.map(([from, to]) => to - from))
  for (const { name, duration } of facts.forms)
    expect(lesson.includes(`${name}: up to ${duration.to} minutes`), name).toBe(duration.to > longest)
})

describe("how long a form takes", () => {
  test("grows with its screens and its words", () => {
    for (const form of forms) {
      const { screens, from, to } = durationOf(form)
      expect(screens).toBe(displayForm(form).pages.length)
      expect(from).toBeGreaterThan(0)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(textOf("times-and-dates")).toContain(`${screens}`)
    }
    const form = formOf("9-12")
    const half = { ...form, pages: form.pages.slice(0, form.pages.length / 2) }
    expect(durationOf(half).to).toBeLessThan(durationOf(form).to)
  })
})

describe.each(packs.map((pack) => [pack.slug, pack] as const))("%s", (_, pack) => {
  test("is written for a reader in a hurry: school grade 8 at most", () => {
    const prose = piecesOf(pack, facts).filter((piece) => /[.?!]$/.test(piece) && !piece.includes("http"))
    expect(fleschKincaidGrade(prose)).toBeLessThanOrEqual(8)
  })

  test("has every piece on its page, and the way to the others", () => {
    const html = packPage(pack, facts, "live")
    const text = saidBy(html).join(" ")
    for (const piece of piecesOf(pack, facts)) expect(text).toContain(piece.replace(/\s+/g, " ").trim())
    for (const other of packs) expect(html.includes(`href="/schools/${other.slug}"`)).toBe(other !== pack)
  })
})
