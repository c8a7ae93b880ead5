/** A form author's mistake is reported once, on the line where it was made, with what to do about it. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { checkForms } from "../../src/commands/forms-check.mjs"
import { forms } from "../../surveys/forms.ts"

const folder = "tests/surveys/wrong-forms"
const files = readdirSync(join(import.meta.dirname, "wrong-forms")).filter((file) => file.endsWith(".ts"))

/** Each comment `// → rule  remedy` announces a mistake on the next line that is not such a comment. */
const announced = (file: string): readonly string[] => {
  const lines = readFileSync(join(import.meta.dirname, "wrong-forms", file), "utf8").split("\n")
  const isAnnouncement = (line = "") => line.trim().startsWith("// → ")
  return lines.flatMap((line, at) => {
    if (!isAnnouncement(line)) return []
    const next = lines.findIndex((each, index) => index > at && !isAnnouncement(each))
    return [`${folder}/${file}:${next + 1}  ${line.trim().slice("// → ".length)}`]
  })
}

const { text, exitCode } = checkForms(folder)
const printed = text.split("\n")

test.for(files)("forms:check prints one line for each mistake, and nothing else: %s", (file) => {
  expect(printed.filter((line) => line.startsWith(`${folder}/${file}:`)).toSorted()).toEqual(announced(file).toSorted())
})

test("forms:check fails, and reports no mistake outside the wrong forms", () => {
  expect(printed.filter((line) => !line.startsWith(folder))).toEqual([])
  expect(exitCode).toBe(1)
})

test("forms:check passes when the forms have no mistake, and counts what it checked", { timeout: 60_000 }, () => {
  const questions = forms.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  expect(checkForms("surveys")).toEqual({
    text: `${forms.length} forms and ${questions.length} questions checked: no mistakes.`,
    exitCode: 0,
  })
})

test("docs/forms.md quotes lines that forms:check prints", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "forms.md"), "utf8")
  const quoted = page.split("\n").filter((line) => line.startsWith(`${folder}/`))
  expect(quoted.length).toBeGreaterThan(0)
  expect(quoted.filter((line) => !printed.includes(line))).toEqual([])
})
