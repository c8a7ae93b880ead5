/** Every picture that a form or a page names is there, and the three faces differ by the mouth alone. */
import { expect, test } from "vitest"
import { drawn } from "../../src/pictures/drawn.ts"
import { pictureFiles } from "../../src/pictures/named.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { noReplies } from "../../surveys/no-reply.ts"
import { picturesIn } from "../../surveys/pictures-in.ts"

test("no picture is missing", () => {
  const { files, missing } = pictureFiles([forms, noReplies])
  const names = files.map(({ name }) => name)
  const shown = picturesIn(forms.map(displayForm))
  expect(shown.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
  expect(shown.filter((name) => !names.includes(name))).toEqual([])
})

test("a name that nobody drew is found out", () => {
  expect(pictureFiles([{ picture: "no-such-thing" }]).missing).toEqual(["no-such-thing"])
})

test("pictures load nothing and run nothing", () => {
  for (const { svg } of pictureFiles(forms).files)
    expect(svg).not.toMatch(/<script|<image|href|https?:\/\/(?!www\.w3\.org)|\son/)
})

test("the faces are of equal size, line and colour, with words to tell them apart", () => {
  const mouthless = ["face-happy", "face-okay", "face-not-happy"].map((name) =>
    (drawn[name] ?? name).replace(/<path d="M10[^"]*"\/>/, ""),
  )
  expect(new Set(mouthless).size).toBe(1)
})
