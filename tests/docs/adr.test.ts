/** Holds the decision records to one form, and the links of every document to files that exist. */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "..", "..")
const folder = join(root, "docs", "adr")
const records = readdirSync(folder).toSorted()

test.each(records)("%s has a number, a status, a date and the four parts of a decision", (file) => {
  const text = readFileSync(join(folder, file), "utf8")
  expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
  expect(text.startsWith(`# ${file.slice(0, 4)}. `)).toBe(true)
  expect(text).toMatch(/^Status: (?:proposed|accepted|superseded by \d{4})$/m)
  expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2}$/m)
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
    "Context",
    "Options",
    "Decision",
    "Consequences",
  ])
})

test("decision records are numbered from 0001 without a gap", () => {
  expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, index) => index + 1))
})

const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)))

test.each(documents)("every link of %s leads to a file", (file) => {
  const text = readFileSync(join(root, file), "utf8")
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => link)
  expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([])
})

test("the README has at most 120 lines", () => {
  expect(readFileSync(join(root, "README.md"), "utf8").split("\n").length - 1).toBeLessThanOrEqual(120)
})
