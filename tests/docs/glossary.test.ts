/** Holds the glossary to the code: each term once, in order, and each file and exported name that it points to exists. */
import { existsSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"

const text = readFileSync("docs/glossary.md", "utf8")

/** `| term | meaning | [`name`](../path) |`; the name is an export of the file, or the file's own name. */
const rows = text
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Term "))
  .map((line) => {
    const [, term = "", meaning = "", name = "", path = ""] =
      /^\| (.+?) \| (.+) \| \[`(.+)`\]\(\.\.\/(.+)\) \|$/.exec(line) ?? []
    return { line, term, meaning, name, path }
  })

const exportsOf = (path: string): readonly string[] =>
  [
    ...readFileSync(path, "utf8").matchAll(
      /^export (?:type )?(?:\{ (.+?) \}|(?:\w+ )*?(?:const|class|interface|type) (\w+))/gm,
    ),
  ].flatMap(([, list, name]) => (list ?? name ?? "").split(/, /).map((each) => each.replace(/^type /, "")))

describe("the glossary", () => {
  test("has a term, a meaning and a place in the code in every row", () => {
    expect(rows.length).toBeGreaterThan(80)
    expect(rows.filter(({ term }) => term === "").map(({ line }) => line)).toEqual([])
  })

  test("defines each term once, in alphabetical order", () => {
    const terms = rows.map(({ term }) => term.toLowerCase())
    expect(terms).toEqual([...new Set(terms)].sort())
  })

  test("gives each term one sentence that a reader can take in at once", () => {
    const faulty = rows.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning) || meaning.split(/\s+/).length > 35)
    expect(faulty.map(({ term }) => term)).toEqual([])
  })

  test("points to files that exist and to names that they export", () => {
    const broken = rows.filter(
      ({ name, path }) => !existsSync(path) || !(path.endsWith(`/${name}`) || exportsOf(path).includes(name)),
    )
    expect(broken.map(({ term, name, path }) => `${term}: ${path} has no ${name}`)).toEqual([])
  })
})
