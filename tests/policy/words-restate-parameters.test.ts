/** Fails when a parameter, a list or a count changes and a sentence that restates it does not. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { notOffered } from "../../policy/data/approved-variables.ts"
import { retentions } from "../../policy/data/asset.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { agesOf, derivedFrom } from "../../policy/data/form-scope.ts"
import { findingsById } from "../../policy/dpia/findings/findings.ts"
import { dpiaChanges } from "../../policy/dpia/law/law.ts"
import { risks } from "../../policy/dpia/risks.ts"
import { inWords, numberInWords } from "../../policy/in-words.ts"
import { rules } from "../../policy/index.ts"
import { parameters } from "../../policy/parameters.ts"
import { bandOf } from "../../src/components/band.ts"
import { accessibilityPage } from "../../src/pages/accessibility.tsx"
import { landingPage } from "../../src/pages/landing.tsx"
import { privacyPage } from "../../src/pages/privacy.tsx"
import { forms } from "../../surveys/forms.ts"
import { saidBy } from "../support/pages/html.ts"

const {
  retention,
  tokenLife,
  waitingKeyLife,
  complaintAcknowledged,
  reviewPeriod,
  evidenceTeam,
  threshold,
  outputCheckers,
} = parameters
const standard = forms.filter(({ derivedFrom: of }) => of === undefined)
const ages = standard.flatMap((form) => form.ages)
const span = (all: readonly number[]) => `${Math.min(...all)} to ${Math.max(...all)}`
const ordinal = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

test("a number is written in words up to ten, and a unit in its right number", () => {
  expect(inWords({ value: 1, unit: "years" })).toBe("one year")
  expect(inWords({ value: 2, unit: "years" })).toBe("two years")
  expect(inWords({ value: 30, unit: "days" })).toBe("30 days")
  expect(inWords({ value: 1000, unit: "responses" })).toBe("1,000 responses")
})

describe("findings", () => {
  const { F01, F02, F03, F05, F13, F16, F19, F24, F25, F27, F28, F41, F43, F44, F45 } = findingsById
  const easy = Object.keys(derivedFrom).length
  const five = numberInWords(formIds.length - 1)
  const named = Object.values(risks).filter(({ from }) => "section" in from).length
  const ofDpia = (words: number) => numberInWords(words)

  test.each([
    [
      "F01, forms",
      F01.meanwhile,
      `${capital(ofDpia(formIds.length))} forms are registered, and the report says that ${ofDpia(formIds.length)} is not ${five}`,
    ],
    [
      "F01, bands",
      F01.matters,
      `${capital(ofDpia(standard.length))} age bands and ${ofDpia(easy)} easy-read versions make ${ofDpia(formIds.length)}`,
    ],
    ["F02, retention", F02.meanwhile, capital(inWords(retention))],
    ["F03, ages", F03.title, `ages ${span(ages)}`],
    ["F03, default", F03.meanwhile, `ages from ${span(ages)}`],
    ["F05, retention", F05.title, capital(inWords(retention))],
    ["F13, team", F13.meanwhile, `an alert at the ${ordinal[evidenceTeam.value + 1]} person`],
    ["F19, threshold", F19.meanwhile, `The threshold is ${numberInWords(threshold.value)}`],
    ["F24, risks", F24.matters, `All ${numberInWords(named)} risks`],
    [
      "F25, risks",
      F25.title,
      `${capital(numberInWords(named))} risks are named; at least ${numberInWords(Object.keys(risks).length - named)} more are not`,
    ],
    ["F27, review", F27.meanwhile, `reminded each ${inWords(parameters.dpiaReview).replace("one ", "")}`],
    ["F28, checkers", F28.meanwhile, `checked by ${inWords(outputCheckers)}`],
    ["F45, waiting", F45.meanwhile, `waits ${inWords(waitingKeyLife)} at most`],
    ["F44, ages", F44.meanwhile, `the ages ${span(agesOf["easy-read-9-12"])}`],
  ])("%s", (_, sentence, words) => expect(sentence).toContain(words))

  test("F19 says of zeros what the parameter says", () => {
    expect(F19.meanwhile.includes("Zeros are published unless")).toBe(!parameters.suppressZeros.value)
  })

  test("F43 names each option that is left out", () => {
    for (const option of notOffered["6-8"]) expect(F43.meanwhile).toContain(option.replaceAll("-", " "))
    expect(notOffered["6-8"]).toHaveLength(3)
  })

  test("F16 counts the answers that are tagged as health data on each form that has any", () => {
    const tagged = forms.map((form) =>
      form.pages
        .flatMap(({ questions }) => questions)
        .flatMap((question) =>
          [...("options" in question ? question.options : []), ...("rows" in question ? question.rows : [])]
            .filter(({ infers }) => infers === "health")
            .map(({ key }) => `${question.key} ${key}`),
        ),
    )
    const withAny = tagged.filter((each) => each.length > 0)
    const [all = []] = withAny
    expect(new Set(withAny.map((each) => each.toSorted().join())).size).toBe(1)
    const ofTheMind = [
      "life-now mind",
      "barriers feelings",
      "support counsellor-or-therapist",
      "setting inpatient-mental-health",
    ]
    expect(ofTheMind.filter((each) => !all.includes(each))).toEqual([])
    expect(F16.matters).toContain(`${capital(numberInWords(ofTheMind.length))} answers touch on mental health`)
    expect(F16.matters).toContain(`each of the ${numberInWords(withAny.length)} forms for ages 6 and over`)
    expect(F16.matters).toContain(`${capital(numberInWords(all.length - ofTheMind.length))} more touch on health`)
    expect(F16.meanwhile).toContain(`All ${numberInWords(all.length)} answers are marked`)
  })

  test("F41 cites each section of the Act of 2025 that the law register has", () => {
    for (const { section } of dpiaChanges) expect(F41.matters, section).toContain(`(${section})`)
  })
})

describe("rules", () => {
  const statementOf = (id: string) => rules.find((rule) => rule.id === id)?.statement ?? ""
  test.each([
    ["retention-reviewed-after-two-years", `after ${inWords(retention)}`],
    ["forms-match-the-dpia", `${numberInWords(formIds.length)} forms, for ages ${span(ages)}`],
    ["outputs-checked", `${capital(numberInWords(outputCheckers.value))} trained people`],
  ])("%s", (id, words) => expect(statementOf(id)).toContain(words))
})

test("the register of assets gives the periods of the parameters", () => {
  expect(retentions["seven-days"]).toBe(inWords(tokenLife))
  expect(retentions["waiting-life"]).toContain(`or ${inWords(waitingKeyLife)}:`)
  expect(retentions["two-years-then-review"]).toContain(`${inWords(retention)}, then review`)
})

describe("public pages", () => {
  const mode = "rehearsal"
  const text = (page: string) => saidBy(page).join(" ").replace(/\s+/g, " ")
  const privacy = text(privacyPage({ forms, mode, contacts: {}, places: [] }))

  test.each([
    ["retention", `The answers are kept for ${inWords(retention)}`],
    ["tokens", `For ${inWords(tokenLife)}, a scrambled number`],
    ["complaints", `your complaint within ${inWords(complaintAcknowledged)}`],
    ["reviews", `A review may take ${inWords(reviewPeriod)}`],
  ])("/privacy, %s", (_, words) => expect(privacy).toContain(words))

  test("/privacy says how each is reached, and which details are missing", () => {
    expect(privacy.match(/This is not recorded yet/g)).toHaveLength(2)
    expect(privacy).toContain("The Children's Commissioner for England (not recorded) is the controller.")
    expect(privacy).toContain("complain to the Information Commission (not recorded), at any time.")
    const dpo = { name: "The office of data protection", email: "dpo@office.example", phone: "020 7946 0000" }
    const page = privacyPage({ forms, mode, contacts: { dpo }, places: [] })
    for (const words of Object.values(dpo)) expect(text(page)).toContain(words)
    expect(text(page).match(/This is not recorded yet/g)).toHaveLength(1)
    const regulator = { name: "Office Four", page: "https://four.example/complain" }
    const named = text(privacyPage({ forms, mode, contacts: { regulator }, places: [] }))
    expect(named).toContain("complain to the Office Four, at any time. Page: https://four.example/complain")
  })

  test("/accessibility names the ages of easy read, and the first page the ages of each form", () => {
    const easy = forms.filter(({ derivedFrom: of }) => of !== undefined).flatMap((form) => form.ages)
    expect(text(accessibilityPage({ mode }))).toContain(`for ages ${span(easy)}`)
    for (const { id } of forms) expect(bandOf[id].ages).toBe(span(agesOf[id]))
    for (const { id } of forms) expect(text(landingPage({ forms, mode }))).toContain(span(agesOf[id]))
  })

  test("each form's title names its ages", () => {
    for (const { id, title } of forms)
      expect(title).toMatch(new RegExp(`ages ${span(agesOf[id]).replace(" to ", " (to|and) ")}`))
  })

  test("every notice gives the period of retention, and the parent's the time to acknowledge a complaint", () => {
    for (const { id, privacy: notice } of forms) expect(JSON.stringify(notice.child), id).toContain(inWords(retention))
    const { parent } = forms.find(({ id }) => id === "4-5")?.privacy ?? {}
    expect(JSON.stringify(parent)).toContain(`Within ${inWords(complaintAcknowledged)}`)
  })
})

test("SECURITY.md and the glossary give the periods of the parameters", () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8")
  const ahead = inWords(parameters.dayKeysAhead)
  for (const words of [`made ${ahead} ahead`, `the ${ahead} after`]) expect(read("SECURITY.md")).toContain(words)
  for (const words of [`are kept: ${inWords(retention)}`, `due after ${inWords(retention)}`])
    expect(read("docs/glossary.md")).toContain(words)
})
