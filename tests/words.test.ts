/** Holds the project to plain English: the number of banned words in comments and messages may only fall. */
import { expect, test } from "vitest"
import { countOf, isRuntime, piecesOf, places, placesIn } from "./support/plain-english.ts"

/** Lower these whenever the counts have fallen. */
const most = { everywhere: 8, atRunTime: 0 }

test("the number of banned words never rises", () => {
  const found = places()
  const shown = found.map(({ file, line, words }) => `${file}:${line} ${words.join(", ")}`)
  expect(countOf(found), shown.slice(-50).join("\n")).toBeLessThanOrEqual(most.everywhere)
  expect(countOf(found.filter(isRuntime))).toBeLessThanOrEqual(most.atRunTime)
})

const wordsIn = (file: string, text: string) => placesIn(file, text).flatMap(({ words }) => words)

test("the count reads comments, strings and templates, and no code", () => {
  expect(wordsIn("src/x.ts", "// it is told\nconst told = said")).toEqual(["told"])
  expect(wordsIn("src/x.ts", 'fail("a file lies there")')).toEqual(["lies"])
  expect(wordsIn("src/x.ts", `const a = \`who \${said(\`is told \${beside}\`)} of which\``)).toEqual([
    "told",
    "of which",
  ])
  expect(wordsIn("src/x.ts", 'const pattern = /"/.test(a) // anew, and "so many"')).toEqual(["anew", "so many"])
  expect(wordsIn("src/x.css", "a { b: c } /* whoever */\n.told { d: e }")).toEqual(["whoever"])
  expect(wordsIn("docs/x.md", "It stands in `told()`, “what is said”.")).toEqual(["stands"])
})

test("a key, a path, a quotation and a child's own page are not counted", () => {
  expect(wordsIn("src/x.ts", 'const key = "told"')).toEqual([])
  expect(wordsIn("src/x.ts", "const quotation = 'the DPIA: “what is said”'")).toEqual([])
  expect(wordsIn("surveys/form-9-12.ts", 'words: "What is your hope?"')).toEqual([])
})

test("the place of a word is its own line", () => {
  expect(placesIn("src/x.ts", "a\n/**\n * b\n * told\n */").map(({ line }) => line)).toEqual([4])
  expect(piecesOf("`a$".concat("{{ b: `c` }}d`")).map(({ text }) => text)).toEqual(["a", "c", "d"])
})
