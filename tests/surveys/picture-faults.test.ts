/** No picture misleads a child who reads by pictures: each means one thing in a form, and a bad thing looks bad. */
import { expect, test } from "vitest"
import type { Form } from "../../policy/data/form.ts"
import type { Option } from "../../policy/data/question.ts"
import { bandOf } from "../../src/components/band.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { formOf, forms } from "../../surveys/forms.ts"
import { pictureFaults } from "../../surveys/picture-faults.ts"

test.each(forms)("form $id", (form) => {
  expect(pictureFaults(form)).toEqual([])
})

/** Form 6-8 with other pictures for some options of one question. */
const withPictures = (question: string, pictures: Readonly<Record<string, string>>): Form => ({
  ...formOf("6-8"),
  pages: formOf("6-8").pages.map((page) => ({
    ...page,
    questions: page.questions.map((each) =>
      each.key === question && each.kind === "choices"
        ? {
            ...each,
            options: each.options.map((option): Option => ({ ...option, ...pictureOf(pictures[option.key]) })),
          }
        : each,
    ),
  })),
})

const pictureOf = (picture: string | undefined) =>
  picture === undefined ? {} : ({ picture } as Pick<Option, "picture">)

test.each([
  [
    "one picture for two meanings",
    withPictures("barriers", { bullying: "no-purse" }),
    ["“Children who are not kind” and “People with no money”"],
  ],
  [
    "two answers alike",
    withPictures("hopes", { job: "kite" }),
    ["look alike", "“A job I like” and “Time to have fun”"],
  ],
  [
    "a bad thing that looks good",
    withPictures("barriers", { safety: "locked" }),
    ["is a bad thing and looks good", "“We keep it safe on computers.”"],
  ],
  ["a good thing that looks bad", withPictures("hopes", { home: "no-houses" }), ["is a good thing and looks bad"]],
])("%s is found", (_, form, said) => {
  const faults = pictureFaults(form).join("\n")
  for (const words of said) expect(faults).toContain(words)
})

test("from 13 on there is line art, and no face", () => {
  for (const { id } of forms.filter((form) => bandOf[form.id].hue === "violet"))
    for (const { picture, options = [] } of displayForm(formOf(id)).pages.flatMap(({ questions }) => questions)) {
      expect(picture).toMatch(/^line-/)
      expect(options.filter((option) => option.picture)).toEqual([])
    }
})
