/** `ask -- forms --export` writes every wording with its version and grade, and `--compare` shows per age band what changed since. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { changesSince } from "../../src/commands/wordings/form-changes.ts"
import {
  type ExportedForm,
  type ExportedQuestion,
  exportForms,
  type WordingsFile,
} from "../../src/commands/wordings/wordings-file.ts"
import { bandOf } from "../../src/components/band.ts"
import { forms } from "../../surveys/forms.ts"
import { recordedWordings } from "../../surveys/wording/recorded.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { newFolder } from "../support/store.ts"

const asked = (...args: readonly string[]) => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  return heard(() => ask(storage, "forms", ...args))
}

const exported: WordingsFile = await Effect.runPromise(exportForms(forms))

/** The path of a file that holds this text. */
const fileOf = (text: string): string => {
  const file = join(newFolder(), "wordings.json")
  writeFileSync(file, text)
  return file
}

const changing = (id: string, change: (form: ExportedForm) => Partial<ExportedForm>): WordingsFile => ({
  ...exported,
  forms: exported.forms.map((form) => (form.id === id ? { ...form, ...change(form) } : form)),
})

const changingQuestion = (key: string, change: (question: ExportedQuestion) => ExportedQuestion): WordingsFile =>
  changing("6-8", ({ questions }) => ({
    questions: questions.map((each) => (each.key === key ? change(each) : each)),
  }))

/** The lines of one form, without those of forms in which nothing changed. */
const changes = (was: WordingsFile, now: WordingsFile = exported): readonly string[] => {
  const lines = changesSince(was, now)
  return lines.filter((line, at) => line !== "  nothing changed" && lines[at + 1] !== "  nothing changed")
}

describe("the file", () => {
  test("has each question of each form with its words, its version and its reading grade", async () => {
    const file = join(newFolder(), "new.json")
    expect(await asked("--export", file)).toMatchObject({ code: 0, error: [] })
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(exported)
    expect(exported.forms.map(({ id, questions }) => [id, questions.map(({ wording }) => wording.ask)])).toEqual(
      forms.map(({ id, pages }) => [id, pages.flatMap(({ questions }) => questions.map(({ ask }) => ask))]),
    )
    for (const { version, reading, cognitiveTests } of exported.forms.flatMap(({ questions }) => questions)) {
      expect(version).toBeGreaterThanOrEqual(1)
      expect(reading.grade === null).toBe(reading.formula === null)
      expect(reading.grade ?? 0).toBeLessThanOrEqual(reading.atMost ?? 0)
      expect(cognitiveTests).toEqual([])
    }
  })

  test("is not written over an earlier one", async () => {
    const file = fileOf("earlier")
    const { code, error } = await asked("--export", file)
    expect(code).toBe(2)
    expect(readFileSync(file, "utf8")).toBe("earlier")
    expect(error).toEqual([`${file} exists or cannot be written. Nothing was written. Name another file.`])
  })

  test("is refused while a wording is not the one of its version", async () => {
    const reworded = forms.map((form) => ({
      ...form,
      pages: form.pages.map((page) => ({
        ...page,
        questions: page.questions.map((each) => ({ ...each, ask: "Other words?" })),
      })),
    }))
    const failed = await Effect.runPromise(Effect.flip(exportForms(reworded)))
    expect(failed.message).toMatch(/have no version\. Nothing was done\. Run: npm run forms:renew$/)
  })
})

describe("the comparison", () => {
  test("says that nothing changed, form by form", async () => {
    const { code, out } = await asked("--compare", fileOf(JSON.stringify(exported)))
    expect(code).toBe(0)
    expect(out.join("\n").split("\n")).toEqual(
      exported.forms.flatMap(({ id, ages }) => [
        `== Ages ${ages[0]} to ${ages.at(-1)} (form ${id}) ==`,
        "  nothing changed",
      ]),
    )
  })

  test.each([
    ["a missing file", () => join(newFolder(), "no-such.json")],
    ["another text", () => fileOf("no JSON")],
    ["another JSON", () => fileOf(JSON.stringify({ ...exported, more: 1 }))],
  ])("refuses %s", async (_, old) => {
    const { code, out, error } = await asked("--compare", old())
    expect({ code, out }).toEqual({ code: 2, out: [] })
    expect(error.join()).toContain("Nothing was compared.")
  })

  test("names other words, options, pictures, limits and order", () => {
    const was = changingQuestion("hopes", ({ wording: { dontKnow, ...wording }, ...question }) => ({
      ...question,
      version: 0,
      wording: {
        ...wording,
        ask: "What do you want?",
        picture: "star",
        upTo: 4,
        options: [
          { key: "gone", words: "To be rich" },
          ...(wording.options ?? [])
            .filter(({ key }) => key !== "fun")
            .map((each) => (each.key === "job" ? { ...each, words: "A job", picture: "star" } : each))
            .toReversed(),
        ],
      },
    }))
    expect(changes(was)).toEqual([
      "== Ages 6 to 8 (form 6-8) ==",
      expect.stringMatching(
        /^ {2}hopes: reworded, answer changed, options changed \(version 0, now \d+; reading grade [\d.]+\)$/,
      ),
      "    question was: What do you want?",
      "    question is now: What do you want when you grow up?",
      "    do not know added: I don't know",
      "    at most was: 4",
      "    at most is now: 5",
      "    picture of the question was: star",
      "    picture of the question is now: rocket",
      '    option "gone" removed: To be rich',
      '    option "job" was: A job',
      '    option "job" is now: A job I like',
      '    picture of option "job" was: star',
      '    picture of option "job" is now: hammer-and-wrench',
      '    option "fun" added: Time to have fun',
      "    options are in another order",
    ])
  })

  test("names a question that was added, one that was removed, and another order", () => {
    const without = changing("9-12", ({ questions }) => ({ questions: questions.filter(({ key }) => key !== "hopes") }))
    const version = recordedWordings["9-12"]?.["hopes"]?.version
    const lines = [`  hopes: %s (version ${version})`, expect.stringMatching(/^ {4}question: ./)]
    const named = (what: string) => lines.map((line) => (typeof line === "string" ? line.replace("%s", what) : line))
    const heading = "== Ages 9 to 12 (form 9-12) =="
    expect(changes(without)).toEqual([heading, ...named("added")])
    expect(changes(exported, without)).toEqual([heading, ...named("removed")])
    const turned = changing("9-12", ({ questions }) => ({ questions: questions.toReversed() }))
    expect(changes(turned)).toEqual([heading, "  questions are in another order"])
  })

  test("names changed privacy information, also when its version stayed, and a form that came or went", () => {
    const was = changing("13-17", ({ notices }) => ({
      notices: notices.map((notice) => ({ ...notice, facts: ["Old.", ...notice.facts.slice(1)] })),
    }))
    const of = "privacy information for the child"
    expect(changes(was).slice(1)).toEqual([
      expect.stringMatching(`^  ${of} changed, and its version is still .+`),
      `  ${of}, no longer: Old.`,
      expect.stringMatching(`^  ${of}, new: .+`),
    ])
    const fewer = { ...exported, forms: exported.forms.slice(1) }
    expect(changes(fewer)).toEqual(["== Ages 4 to 5 (form 4-5) ==", expect.stringMatching(/the form is new, with \d+/)])
    expect(changes(exported, fewer)).toEqual(["== Ages 4 to 5 (form 4-5) ==", "  the form is no longer there"])
  })
})

describe("on paper", () => {
  test("each form is one file that needs nothing else, and none is overwritten", async () => {
    const folder = join(newFolder(), "to-print")
    expect(await asked("--paper", folder)).toMatchObject({ code: 0, error: [] })
    for (const { id } of forms) {
      const page = readFileSync(join(folder, `${id}.html`), "utf8")
      expect(page.includes("data:image/svg+xml;base64,"), id).toBe(bandOf[id].large)
      expect([...page.matchAll(/(?:src|href)="(?!data:)([^"]*)"/g)]).toEqual([])
      expect(page).not.toMatch(/base64,"|<script/)
    }
    const again = await asked("--paper", folder)
    expect(again.code).toBe(2)
    expect(again.error.join("\n")).toContain("4-5.html exists. Nothing was written.")
  })
})
