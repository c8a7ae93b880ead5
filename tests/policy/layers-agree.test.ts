/** For every setting, with every place given or not, the journey, the door and the union of the types agree. */
import { Effect, Layer, Result } from "effect"
import { describe, expect, test } from "vitest"
import { registersLayer } from "../../db/geography/registers.ts"
import type { WireAnswer, WireAnswers } from "../../policy/data/answer.ts"
import { notOffered } from "../../policy/data/approved-variables.ts"
import { type CommunitySetting, communitySettings } from "../../policy/data/community-setting.ts"
import { settings } from "../../policy/data/setting.ts"
import { admit } from "../../policy/response/admit.ts"
import type { RuleId } from "../../policy/rule-id.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { Submission } from "../../src/server/submit.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"

const tags: RuleId[] = ["no-postcode-in-secure-settings", "no-school-in-secure-settings"]
const open = Layer.merge(Layer.succeed(CollectionWindow, "always"), registersLayer)

const inWords = [...settings.map((setting): WireAnswer => setting), { other: "a boat" }]
const settingAnswers: readonly (WireAnswer | undefined)[] = [...inWords, "prefer-not-to-say", "dont-know", undefined]
const declined = ["prefer-not-to-say", "dont-know"] as const
const postcodes: readonly (WireAnswer | undefined)[] = [
  undefined,
  ...declined,
  { postcode: "ZZ1 1AB" },
  { postcode: "?" },
]
const schools: readonly (WireAnswer | undefined)[] = [undefined, ...declined, "900001", "not-in-this-list"]
const councils: readonly (WireAnswer | undefined)[] = [undefined, ...declined, "E09999901", "not-in-this-list"]

const places = ["school", "home-postcode", "local-council"] as const

/** The union that the types describe: a community setting and places, or any other setting and none. */
type Located =
  | { readonly setting: CommunitySetting; readonly [place: string]: WireAnswer }
  | ({ readonly setting?: WireAnswer } & { readonly [K in (typeof places)[number]]?: never })

const isLocated = (answers: WireAnswers): boolean =>
  communitySettings.some((setting) => setting === answers["setting"]) ||
  !places.some((place) => Object.hasOwn(answers, place))

/** Written again here, so that the code does not judge itself: the only postcode of these answers. */
const isPostcodeGiven = (answers: WireAnswers): boolean =>
  JSON.stringify(answers["home-postcode"]) === JSON.stringify({ postcode: "ZZ1 1AB" })

const given = (answers: Readonly<Record<string, WireAnswer | undefined>>): WireAnswers =>
  JSON.parse(JSON.stringify(answers))

/** How the door names what it refuses; `undefined` when it lets it in. */
const refusedBy = (form: (typeof forms)[number], answers: WireAnswers): string | undefined => {
  const verdict = Effect.runSync(Effect.result(admit(form, answers)).pipe(Effect.provide(open)))
  if (Result.isSuccess(verdict)) return undefined
  return verdict.failure._tag === "RuleViolation" ? verdict.failure.rule : verdict.failure._tag
}

const expectedOf = (answers: WireAnswers): string | undefined => {
  if (isLocated(answers)) return undefined
  const place = Object.hasOwn(answers, "home-postcode") || Object.hasOwn(answers, "local-council")
  return place ? "no-postcode-in-secure-settings" : "no-school-in-secure-settings"
}

describe.each(forms.filter(({ id }) => id !== "4-5"))("form $id", { tags }, (form) => {
  const others = form.pages
    .flatMap((page) => page.questions.map(({ key }) => key))
    .filter((key) => key !== "setting" && !places.some((place) => place === key))
  const optedOut = Object.fromEntries(others.map((key) => [key, "prefer-not-to-say"]))

  const left: readonly unknown[] = form.ages.includes(6) ? notOffered["6-8"] : []
  const offered = settingAnswers.filter((setting) => !left.includes(setting))

  test.each(offered.map((setting) => ({ setting })))("lives: $setting", ({ setting }) => {
    let seen = 0
    for (const rest of [{}, optedOut])
      for (const postcode of postcodes)
        for (const school of schools)
          for (const council of councils) {
            const answers = given({ ...rest, setting, school, "home-postcode": postcode, "local-council": council })
            const said = JSON.stringify(answers)
            const { skipped, answers: kept } = journey(form, answers)
            const erased = Object.keys(answers).filter((key) => skipped.includes(key))
            const isCouncilErased = council !== undefined && isPostcodeGiven(answers)
            expect(erased.length === 0, `the journey, of ${said}`).toBe(isLocated(answers) && !isCouncilErased)
            expect(refusedBy(form, answers), `the door, of ${said}`).toBe(expectedOf(answers))
            expect(refusedBy(form, kept), `the door, of what the journey keeps of ${said}`).toBeUndefined()
            expect(isLocated(kept)).toBe(true)
            seen += 1
          }
    expect(seen).toBe(2 * 5 * 5 * 5)
  })
})

test("the form for ages 4 and 5 asks neither setting nor place, and takes none", { tags }, () => {
  const form = formOf("4-5")
  for (const key of ["setting", ...places])
    for (const answer of ["with-parents", "prefer-not-to-say", "900001", { postcode: "ZZ1 1AB" }]) {
      expect(refusedBy(form, { [key]: answer })).toBe("NotUnderstood")
      expect(journey(form, { [key]: answer }).skipped).toEqual([])
    }
})

test("the union, as the compiler reads it", { tags }, () => {
  const community: Located = { setting: "with-parents", school: "900001" }
  const secure: Located = { setting: "young-offender-institution" }
  // @ts-expect-error a secure setting has no place
  const wrong: Located = { setting: "young-offender-institution", school: "900001" }
  // @ts-expect-error nor has a missing setting
  const unsaid: Located = { school: "900001" }
  expect([community, secure, wrong, unsaid].map(isLocated)).toEqual([true, true, false, false])
})

test("a submission says its form, its token and its answers, and nothing of when", {
  tags: ["collection-window"],
}, () => {
  // Work is asked for and checked before anything of the submission is read, and says nothing of the response.
  expect(Object.keys(Submission.fields).sort()).toEqual(["answers", "form", "token", "work"])
})
