/** One way through a form: the place is asked only after a community setting, and taking that back erases it. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { communitySettings, settings } from "../../policy/data/setting.ts"
import { asked } from "../../surveys/asked.ts"
import { forms } from "../../surveys/forms.ts"
import { journey, stopAfter, stopBefore } from "../../surveys/journey.ts"

const withPlaces = forms.filter((form) => form.id !== "4-5").map(asked)
const placeKeys = (form: (typeof withPlaces)[number]): string[] =>
  form.pages.flatMap((page) => page.questions.filter(({ askedWhen }) => askedWhen).map(({ key }) => key))

const settingAnswers = [...settings, { other: "a boat" }, "prefer-not-to-say", "dont-know", undefined]

describe.each(withPlaces)("form $id", (form) => {
  test("asks for the place after a community setting and after nothing else", () => {
    for (const setting of settingAnswers) {
      const { withheld } = journey(form, setting === undefined ? {} : { setting })
      const inCommunity = communitySettings.some((each) => each === setting)
      expect(withheld, JSON.stringify(setting)).toEqual(inCommunity ? [] : placeKeys(form))
    }
    expect(placeKeys(form)).toHaveLength(3)
  })

  test("changing the setting afterwards erases what was said of the place, and nothing else", () => {
    const given = { age: "x", setting: "with-parents", ...Object.fromEntries(placeKeys(form).map((key) => [key, "y"])) }
    expect(journey(form, given).answers).toEqual(given)
    for (const setting of settingAnswers.filter((each) => !communitySettings.some((known) => known === each))) {
      const after = journey(form, JSON.parse(JSON.stringify({ ...given, setting }))).answers
      expect(Object.keys(after).toSorted()).toEqual(setting === undefined ? ["age"] : ["age", "setting"])
    }
  })

  test("opting out of everything else changes no page", () => {
    const keys = form.pages.flatMap((page) => page.questions.map(({ key }) => key)).filter((key) => key !== "setting")
    const declined = Object.fromEntries(keys.map((key) => [key, "prefer-not-to-say"]))
    for (const setting of settings)
      expect(journey(form, { ...declined, setting }).stops).toEqual(journey(form, { setting }).stops)
  })

  test("going on and back visits every page once, whatever was answered", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("age", "setting", "school"), fc.constantFrom(...settings)),
        (answers) => {
          const seen = journey(form, answers)
          const places = [seen.stops[0]?.place ?? -1]
          for (let stop = stopAfter(seen, places[0] ?? 0); stop; stop = stopAfter(seen, stop.place))
            places.push(stop.place)
          expect(places).toEqual(seen.stops.map(({ place }) => place))
          const back = places.toReversed()
          expect(back.slice(0, -1).map((place) => stopBefore(seen, place)?.place)).toEqual(back.slice(1))
          expect(seen.stops.every(({ questions }) => questions.length > 0)).toBe(true)
        },
      ),
    )
  })
})

test("what the browser gets says nothing of purposes, benefits or conditions", () => {
  const told = JSON.stringify(forms.map(asked))
  for (const word of ["purpose", "benefit", "condition", "infers", "unsettled", "schedule", "basis"])
    expect(told.toLowerCase()).not.toContain(`"${word}`)
})
