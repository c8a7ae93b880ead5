/** The codebook is read back as an analyst's program reads it: names that every package takes, codes that mean one thing, a valid DDI. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { XmlDocument, XsdValidator } from "libxml2-wasm"
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs"
import { afterAll, describe, expect, test, vi } from "vitest"
import { codebookCsv } from "../../src/analysis/codebook-csv.ts"
import { codebookDdi } from "../../src/analysis/codebook-ddi.ts"
import { codebookHtml } from "../../src/analysis/codebook-html.ts"
import { codebook, type Entry } from "../../surveys/codebook/codebook.ts"
import { derived } from "../../surveys/codebook/derived.ts"
import { firstMissing } from "../../surveys/codebook/missing.ts"
import { forms } from "../../surveys/forms.ts"
import type { ResponseRecord } from "../../surveys/variables/variable.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { ask } from "../support/ask.ts"

const folder = mkdtempSync(join(tmpdir(), "codebook-"))
afterAll(() => rmSync(folder, { recursive: true }))

const entry = (name: string): Entry => {
  const found = codebook.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no ${name} in the codebook`)
  return found
}

const held = (form: ResponseRecord["form"], answers: Readonly<Record<string, unknown>>): ResponseRecord => ({
  ...{ form, place: "not-asked", localAuthority: null, region: null, imdDecile: null, flags: [] },
  answers,
})

describe("variables", () => {
  test("every variable of a table and every question that is no free text or postcode is in it, under a name for all packages", () => {
    expect(codebook.map(({ source }) => source)).toEqual([...variables, ...derived].map(({ name }) => name))
    for (const { name } of codebook) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,31}$/)
    expect(new Set(codebook.map(({ name }) => name.toLowerCase())).size).toBe(codebook.length)
    const asked = new Set(codebook.flatMap((each) => each.asked.map(({ form, question }) => `${form} ${question}`)))
    const questions = forms.flatMap((form) =>
      form.pages.flatMap((page) =>
        page.questions.flatMap(({ key, kind }) =>
          kind === "text" || kind === "postcode" ? [] : [`${form.id} ${key}`],
        ),
      ),
    )
    expect(questions.filter((each) => !asked.has(each))).toEqual([])
    expect(questions.length).toBeGreaterThan(50)
  })

  test("codes are distinct, and a code of a missing value has one meaning in all variables", () => {
    const meanings = new Map<number, Set<string>>()
    for (const { values } of codebook) {
      expect(new Set(values.map(({ code }) => code)).size).toBe(values.length)
      for (const { code, missing } of values) {
        expect(code >= firstMissing, `${code}`).toBe(missing !== undefined)
        if (missing !== undefined) meanings.set(code, new Set([...(meanings.get(code) ?? []), missing]))
      }
    }
    expect([...meanings.values()].every((kinds) => kinds.size === 1)).toBe(true)
    expect(new Set([...meanings.values()].flatMap((kinds) => [...kinds]))).toEqual(
      new Set(["not on the form", "not asked", "not answered", "don't know", "doesn't want to say"]),
    )
  })

  test("a choice of several is 0 or 1, in the set of its question", () => {
    const { values, set } = entry("hopes_job")
    expect(values.slice(0, 2).map(({ code, key }) => [code, key])).toEqual([
      [0, "not-chosen"],
      [1, "chosen"],
    ])
    expect(set).toBe("hopes")
    expect(codebook.filter((each) => each.set === "hopes")).toHaveLength(16)
  })

  test("each question has its wording on each form, a purpose and a lawful basis", () => {
    const wordings = entry("better_life_13_17").asked
    expect(wordings.map(({ form }) => form)).toEqual(["13-17"])
    // An option that one form leaves out is not asked there, though the question is.
    const forms = entry("support_youth_offending_team").asked.map(({ form }) => form)
    expect(forms).not.toContain("6-8")
    expect(forms).toContain("9-12")
    for (const { asked } of codebook)
      for (const { wording, purpose, basis } of asked) {
        expect(wording.length).toBeGreaterThan(3)
        expect(purpose.length).toBeGreaterThan(3)
        expect(basis.provision).toMatch(/^UK GDPR/)
      }
  })
})

describe("derived variables", () => {
  const categoryIn = (name: string, of: ResponseRecord) => derived.find((each) => each.name === name)?.categoryOf(of)

  test.each([
    ["with-foster-parents", "yes"],
    ["childrens-home", "yes"],
    ["secure-childrens-home", "yes"],
    ["supported-independent", "yes"],
    ["with-parents", "no"],
    ["with-relatives", "no"],
    ["young-offender-institution", "no"],
    ["prefer-not-to-say", "prefer-not-to-say"],
    ["dont-know", "dont-know"],
    ["not-answered", "not-answered"],
  ])("a child who lives at %s is in care: %s", (setting, expected) => {
    expect(categoryIn("in-care", held("13-17", { setting }))).toBe(expected)
  })

  test("every answer about the setting is sorted on purpose", () => {
    const settings = variables.find(({ name }) => name === "setting")?.categories ?? []
    const sorted = settings.map(({ key }) => categoryIn("in-care", held("13-17", { setting: key })))
    expect(sorted.filter((each) => each !== "yes" && each !== "no")).toEqual(
      settings.map(({ key }) => key).filter((key) => /^(?:prefer|dont|not)-/.test(key) && key !== "not-chosen"),
    )
    expect(categoryIn("in-care", held("4-5", {}))).toBe("not-on-form")
  })

  test("five points and three points become the same three", () => {
    const row = (form: ResponseRecord["form"], answer: string) =>
      categoryIn("life-now.family.3", held(form, { "life-now": { family: answer } }))
    expect(["very-happy", "happy", "okay", "unhappy", "very-unhappy"].map((each) => row("13-17", each))).toEqual([
      "happy",
      "happy",
      "okay",
      "not-happy",
      "not-happy",
    ])
    expect(["happy", "okay", "not-happy"].map((each) => row("6-8", each))).toEqual(["happy", "okay", "not-happy"])
    expect(categoryIn("life-now.online.3", held("6-8", { "life-now": { family: "happy" } }))).toBe("not-on-form")
    expect(categoryIn("life-now.family.3", held("9-12", { "life-now": "prefer-not-to-say" }))).toBe("prefer-not-to-say")
    expect(categoryIn("life-now.family.3", held("9-12", { "life-now": { friends: "happy" } }))).toBe("not-answered")
  })

  test("a child with any support has support, one that chose none of these has no support, and a blank is neither", () => {
    const support = (answer: unknown) => categoryIn("has-support", held("9-12", { support: answer }))
    expect(support(["teacher"])).toBe("yes")
    expect(support(["other"])).toBe("yes")
    expect(support(["none-of-these"])).toBe("no")
    expect(support("not-answered")).toBe("not-answered")
    expect(support("prefer-not-to-say")).toBe("prefer-not-to-say")
    expect(categoryIn("has-support", held("4-5", {}))).toBe("not-on-form")
  })
})

describe("files", () => {
  test("the CSV has one line for each value, and says the same as the codebook", () => {
    const lines: readonly Record<string, string>[] = parse(codebookCsv(codebook), { columns: true })
    expect(lines).toHaveLength(codebook.flatMap(({ values }) => values).length)
    const opted = lines.find(({ variable, code }) => variable === "age" && code === "98")
    expect(opted).toMatchObject({ value_label: "I don't want to say", missing: "doesn't want to say", source: "age" })
  })

  test("the page names every variable once, works at any width and needs nothing else", () => {
    const page = codebookHtml(codebook, "2027-05-04")
    for (const { name } of codebook) expect(page.split(`id="${name}"`)).toHaveLength(2)
    expect(page).toContain("Made on 4 May 2027")
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
    expect(page).toContain("I don&#39;t want to say")
  })

  const schema = join(import.meta.dirname, "..", "..", "..", "shared", "ddi", "codebook.xsd")
  test.runIf(existsSync(schema))("the XML is valid DDI-Codebook 2.5, and a wrong element is not", () => {
    xmlRegisterFsInputProviders()
    const xsd = XmlDocument.fromBuffer(readFileSync(schema), { url: schema })
    const validator = XsdValidator.fromDoc(xsd)
    const valid = (text: string) => () => validator.validate(XmlDocument.fromString(text))
    const text = codebookDdi(codebook, "2027-05-04")
    expect(valid(text)).not.toThrow()
    expect(valid(text.replaceAll("catValu", "value"))).toThrow()
    expect(text.match(/<var /g)).toHaveLength(codebook.length)
  })
  if (!existsSync(schema)) console.log("Skipped: the schema of DDI-Codebook is not here.")
})

describe("ask codebook", () => {
  const storage = { mode: "rehearsal", dataDir: folder, databaseUrl: undefined, evidenceUrl: undefined } as const

  test("writes three files, again over an earlier set, and says how many variables they hold", async () => {
    const said = vi.spyOn(console, "log").mockReturnValue()
    const out = join(folder, "out")
    expect(await ask(storage, "codebook", "--out", out)).toBe(0)
    expect(await ask(storage, "codebook", "--out", out)).toBe(0)
    expect(readdirSync(out).sort()).toEqual(["codebook.csv", "codebook.html", "codebook.xml"])
    expect(said.mock.calls.flat().join("\n")).toContain(`${codebook.length} variables`)
    said.mockRestore()
  })

  test("a folder that cannot be written is refused, and nothing is left", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue()
    const file = join(folder, "a-file")
    writeFileSync(file, "kept")
    expect(await ask(storage, "codebook", "--out", join(file, "within"))).toBe(2)
    expect(said.mock.calls.flat().join("\n")).toContain("Nothing was written")
    expect(readFileSync(file, "utf8")).toBe("kept")
    said.mockRestore()
  })
})
