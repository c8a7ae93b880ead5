/** Compiles the check of a form's kept responses: every rule about content, fast enough for half a million of them. */
import { isCommunitySetting } from "../data/community-setting.ts"
import type { Form } from "../data/form.ts"
import type { Question } from "../data/question.ts"
import { isIdentifyingKey, isPostcodeKey } from "./identifying-shape.ts"
import { flagsOf } from "./quality-flags.ts"
import { geographyOf, notePlaceFaults } from "./stored-place.ts"
import type { NoteFault, StoredResponse } from "./stored-response.ts"
import { type IsOffered, isOfferedBy } from "./stored-value.ts"
import { noteShapes, noteValueFaults } from "./value-fault.ts"

type Answers = Readonly<Record<string, unknown>>

interface Compiled {
  readonly question: Question
  readonly isOffered: IsOffered
  /** Such as "form 13-17, school". */
  readonly where: string
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A key is repeated only if it is one of the list of identifiers, since another could be an answer itself. */
const noteUnaskedKey = (key: string, value: unknown, where: string, note: NoteFault): void => {
  note({ rule: "approved-variables-only", what: `${where} holds an answer to what it does not ask` })
  if (isIdentifyingKey(key)) note({ rule: "no-direct-identifiers", what: `${where} holds a ${key}` })
  if (isPostcodeKey(key)) {
    note({ rule: "no-direct-identifiers", what: `${where} holds a home postcode` })
    note({ rule: "postcode-destroyed-after-matching", what: `${where} holds a home postcode` })
  }
  noteShapes(value, where, note)
}

/** A question that this child's setting skips. */
const noteWithheld = ({ question: { category, characteristic }, where }: Compiled, note: NoteFault): void => {
  const rule = category === "education-setting" ? "no-school-in-secure-settings" : "no-postcode-in-secure-settings"
  note({ rule, what: `${where} has a value for a child outside the community settings` })
  if (characteristic === "home-postcode")
    note({ rule: "postcode-destroyed-after-matching", what: `${where} holds a home postcode` })
}

const givenPlaces: ReadonlySet<string> = new Set(["matched", "unmatched", "outside-england"])

/** A postcode that was given may have left the question out: its shape, which decides that, is gone with it. */
const mayBeLeftOut = ({ askedUnless }: Question, { place }: StoredResponse): boolean =>
  askedUnless !== undefined && givenPlaces.has(place)

/** The flag for a repeat is left out: only the transfer has seen the other responses of the day. */
const noteFlagFaults = (stored: StoredResponse, answers: Answers, where: string, note: NoteFault): void => {
  const { form, flags } = stored
  const isRepeated = Array.isArray(flags) && flags.includes("same-answers-as-another")
  const expected = flagsOf({ form, answers, geography: geographyOf(stored) }, isRepeated)
  if (!Array.isArray(flags) || flags.length !== expected.length || flags.some((flag, at) => flag !== expected[at]))
    note({ rule: "quality-checked-before-analysis", what: `${where} has other quality flags than its check gives` })
}

export interface KeptCheckOptions {
  /** Whether a use for the neighbourhood is recorded. */
  readonly isNeighbourhoodUsed: boolean
}

export type KeptCheck = (stored: StoredResponse, note: NoteFault) => void

export const keptCheckOf = (form: Form, { isNeighbourhoodUsed }: KeptCheckOptions): KeptCheck => {
  const where = `form ${form.id}`
  const questions = form.pages.flatMap((page) => page.questions)
  const setting = questions.find(({ characteristic }) => characteristic === "setting")?.key
  const postcode = questions.find(({ kind }) => kind === "postcode")
  const compiled = new Map<string, Compiled>(
    questions.map((question) => [
      question.key,
      { question, isOffered: isOfferedBy(question), where: `${where}, ${question.key}` },
    ]),
  )
  const kept = [...compiled.values()].filter(({ question }) => question.kind !== "postcode")

  return (stored, note) => {
    const { answers, words } = stored
    if (!isAnswers(answers)) {
      note({ rule: "quality-checked-before-analysis", what: `${where} holds answers that cannot be read` })
      return
    }
    const inCommunity = setting !== undefined && isCommunitySetting(answers[setting])
    const isSkipped = ({ askedWhen }: Question): boolean => askedWhen === "community-setting" && !inCommunity
    for (const key of Object.keys(answers)) {
      const own = compiled.get(key)
      if (own === undefined) noteUnaskedKey(key, answers[key], where, note)
      else if (isSkipped(own.question)) noteWithheld(own, note)
      else if (!own.isOffered(answers[key], words.get(key)))
        noteValueFaults(own.question, { value: answers[key], words: words.get(key) }, own.where, note)
      if (own?.question.kind === "postcode") noteUnaskedKey(key, answers[key], where, note)
    }
    for (const own of kept)
      if (!Object.hasOwn(answers, own.question.key) && !isSkipped(own.question) && !mayBeLeftOut(own.question, stored))
        note({ rule: "quality-checked-before-analysis", what: `${own.where} was asked and has no value` })
    for (const key of words.keys())
      if (!Object.hasOwn(answers, key))
        note({ rule: "free-text-asks-no-personal-data", what: `${where} has words for a question without an answer` })
    const isAsked = postcode !== undefined && !isSkipped(postcode)
    const isWithheld = postcode !== undefined && !isAsked
    notePlaceFaults(stored, { isAsked, isWithheld, isNeighbourhoodUsed, where }, note)
    noteFlagFaults(stored, answers, where, note)
  }
}
