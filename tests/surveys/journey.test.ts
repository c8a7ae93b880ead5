/** Checks the journey: the place is asked only after a community setting, and a change of setting erases it. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { WireAnswer, WireAnswers } from "../../policy/data/answer.ts"
import { communitySettings } from "../../policy/data/community-setting.ts"
import { settings } from "../../policy/data/setting.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { journey, pageAfter, pageBefore } from "../../surveys/journey.ts"

const withPlaces = forms.filter((form) => form.id !== "4-5").map(displayForm)
const placeKeys = (form: (typeof withPlaces)[number]): string[] =>
  form.pages.flatMap((page) => page.questions.filter(({ askedWhen }) => askedWhen).map(({ key }) => key))

const settingAnswers = [...settings, { other: "a boat" }, "prefer-not-to-say", "dont-know", undefined]

describe.each(withPlaces)("form $id", (form) => {
  test("asks for the place after a community setting and after nothing else", () => {
    for (const setting of settingAnswers) {
      const { skipped } = journey(form, setting === undefined ? {} : { setting })
      const inCommunity = communitySettings.some((each) => each === setting)
      expect(skipped, JSON.stringify(setting)).toEqual(inCommunity ? [] : placeKeys(form))
    }
    expect(placeKeys(form)).toHaveLength(3)
  })

  test("changing the setting afterwards erases the answers about the place, and nothing else", () => {
    const given = { age: "x", setting: "with-parents", ...Object.fromEntries(placeKeys(form).map((key) => [key, "y"])) }
    expect(journey(form, given).answers).toEqual(given)
    for (const setting of settingAnswers.filter((each) => !communitySettings.some((known) => known === each))) {
      const after = journey(form, JSON.parse(JSON.stringify({ ...given, setting }))).answers
      expect(Object.keys(after).toSorted()).toEqual(setting === undefined ? ["age"] : ["age", "setting"])
    }
  })

  test("the council is asked after words without a postcode, a blank and each opt-out, and not after a postcode", () => {
    const asked = (answer?: WireAnswer) => {
      const given = {
        setting: "with-parents",
        "local-council": "E09999901",
        ...(answer && { "home-postcode": answer }),
      }
      const { skipped, answers } = journey(form, given)
      expect(Object.hasOwn(answers, "local-council")).toBe(skipped.length === 0)
      return skipped.length === 0
    }
    expect([undefined, "prefer-not-to-say", "dont-know"].map(asked)).toEqual([true, true, true])
    const shapes = ["ZZ1 1AB", "zz11ab", "my postcode is e1 6an.", "SW1A-1AA", "M1  1ae", "W1A\n0AX", "B33 8TH!"]
    expect(shapes.filter((postcode) => asked({ postcode }))).toEqual([])
    const words = [
      "?",
      "I do not know",
      "London",
      "12 Elm Road",
      "SW1",
      "William",
      "07700 900123",
      "01/02/11",
      "AB1C 2",
    ]
    expect(words.filter((postcode) => !asked({ postcode }))).toEqual([])
  })

  test("opting out of everything else changes no page", () => {
    const keys = form.pages.flatMap((page) => page.questions.map(({ key }) => key)).filter((key) => key !== "setting")
    const declined = Object.fromEntries(keys.map((key) => [key, "prefer-not-to-say"]))
    for (const setting of settings)
      expect(journey(form, { ...declined, setting }).pages).toEqual(journey(form, { setting }).pages)
  })

  test("going on and back visits every page once, for any answers", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("age", "setting", "school"), fc.constantFrom(...settings)),
        (answers) => {
          const seen = journey(form, answers)
          const places = [seen.pages[0]?.place ?? -1]
          for (let stop = pageAfter(seen, places[0] ?? 0); stop; stop = pageAfter(seen, stop.place))
            places.push(stop.place)
          expect(places).toEqual(seen.pages.map(({ place }) => place))
          const back = places.toReversed()
          expect(back.slice(0, -1).map((place) => pageBefore(seen, place)?.place)).toEqual(back.slice(1))
          expect(seen.pages.every(({ questions }) => questions.length > 0)).toBe(true)
        },
      ),
    )
  })
})

test("the form for the browser holds no purposes, benefits or conditions", () => {
  const text = JSON.stringify(forms.map(displayForm))
  for (const word of ["purpose", "benefit", "condition", "infers", "unsettled", "schedule", "basis"])
    expect(text.toLowerCase()).not.toContain(`"${word}`)
})

test("the example of journey.ts holds: pages and answers of form 9-12 by setting", () => {
  const form = displayForm(formOf("9-12"))
  const walk = (answers: WireAnswers) => {
    const { pages, answers: kept } = journey(form, answers)
    return { pages: pages.map(({ place }) => place), kept: Object.keys(kept) }
  }
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, place) => place)
  expect(walk({})).toEqual({ pages: upTo(27), kept: [] })
  expect(walk({ setting: "with-parents" })).toEqual({ pages: upTo(30), kept: ["setting"] })
  expect(walk({ setting: "with-parents", school: "900001" })).toEqual({ pages: upTo(30), kept: ["setting", "school"] })
  const postcode = { postcode: "ZZ1 1AB" }
  expect(walk({ setting: "with-parents", school: "900001", "home-postcode": postcode }).pages).toEqual(upTo(29))
  expect(walk({ setting: "other", school: "900001" })).toEqual({ pages: upTo(27), kept: ["setting"] })
})
