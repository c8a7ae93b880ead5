/** Withholds questions from children in secure settings: one gate, one schema and one search of the forms for every such rule. */
import { Effect, Result } from "effect"
import { dontKnow, preferNotToSay, type WireAnswers } from "../data/answer.ts"
import { askedTooSoon } from "../data/asked-too-soon.ts"
import { withheldFrom } from "../data/asked-when.ts"
import type { DataCategory } from "../data/category.ts"
import { communitySettings } from "../data/community-setting.ts"
import type { FormDraft } from "../data/form.ts"
import { secureSettings } from "../data/setting.ts"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import { decoderOf } from "./decoder.ts"
import { smallPlaceForm } from "./small-form.ts"

const settingsWithout: ReadonlyArray<readonly [name: string, answers: object]> = [
  ...[...secureSettings, preferNotToSay, dontKnow].map((setting) => [setting, { setting }] as const),
  ["the child's own words", { setting: { other: "a boat" } }],
  ["a setting left blank", {}],
]

type ByQuestion<T> = Readonly<Record<string, T>>

/** Each of these settings without an answer, and each community setting with all of them. */
const accepted = (given: ByQuestion<unknown>): ByQuestion<unknown> =>
  Object.fromEntries([
    ...settingsWithout.map(([name, answers]) => [`${name}, without a place`, answers]),
    ...communitySettings.map((setting) => [setting, { ...given, setting }]),
  ])

/** Each answer after each setting that skips its question, named for the fault. */
const refused = (given: ByQuestion<unknown>): ByQuestion<unknown> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([question, answer]) =>
      settingsWithout.map(([name, answers]) => [`${question} after ${name}`, { ...answers, [question]: answer }]),
    ),
  )

export interface Withheld {
  readonly rule: RuleId
  readonly categories: readonly DataCategory[]
  /** An example of an answer to each such question, by its key. */
  readonly given: ByQuestion<unknown>
}

/** Refuses an answer of these categories where the setting withholds the question. */
const gateOf =
  ({ rule, categories }: Withheld) =>
  (form: Pick<FormDraft, "pages">, answers: WireAnswers): Effect.Effect<void, RuleViolation> => {
    const questions = form.pages.flatMap((page) => page.questions)
    const skipped = questions
      .filter(withheldFrom(questions, answers))
      .find(({ key, category }) => categories.some((each) => each === category) && Object.hasOwn(answers, key))
    const remedy = "leave this question out: it is only for children who live in the community"
    return skipped === undefined ? Effect.void : Effect.fail(new RuleViolation({ rule, question: skipped.key, remedy }))
  }

export const withheldInSecureSettings = (withheld: Withheld) => {
  const gate = gateOf(withheld)
  return {
    gate,
    askedTooSoon: (forms: readonly FormDraft[]) => askedTooSoon(forms, withheld.categories),
    /** Decodes answers to the small form, and lets the gate look at them, as admission does. */
    decode: (input: unknown) =>
      Result.flatMap(decoderOf(smallPlaceForm)(input), (answers) =>
        Effect.runSync(Effect.result(gate(smallPlaceForm, answers))),
      ),
    examples: { accepts: accepted(withheld.given), refuses: refused(withheld.given) },
  }
}

/** The council is a second way to the same place (F06). */
export const withheldPlace = withheldInSecureSettings({
  rule: "no-postcode-in-secure-settings",
  categories: ["home-postcode", "local-authority"],
  given: { "home-postcode": { postcode: "ZZ1 1AB" }, "local-council": "E09999901" },
})

/** The school would name the secure unit (F08). */
export const withheldSchool = withheldInSecureSettings({
  rule: "no-school-in-secure-settings",
  categories: ["education-setting"],
  given: { school: "900001" },
})
