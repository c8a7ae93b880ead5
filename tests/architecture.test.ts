/** Holds the architecture to the files themselves: arrows, sizes and names. */
import { describe, expect, test } from "vitest"
import {
  chainsFrom,
  circles,
  code,
  importedBy,
  offences,
  read,
  type Source,
  sources,
  uncommented,
} from "./support/sources.ts"

const floor = (path: string): string => path.split("/")[0] ?? ""
const floors = ["policy", "surveys", "db", "src"]
const isOurs = (path: string): boolean => floors.includes(floor(path)) || path.startsWith("app.config")

/** What each floor may stand on; db and src are handed types of messages across processes. */
const below: Readonly<Record<string, readonly string[]>> = {
  policy: ["policy"],
  surveys: ["surveys", "policy"],
  db: ["db", "surveys", "policy"],
  src: ["src", "db", "surveys", "policy", "app.config.ts"],
}

/** Everything that reaches the browser: the entry, and what it imports at run time. */
const browserFiles = (): readonly Source[] => {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const atRunTime = (file: string) =>
    (byFile.get(file)?.imports ?? []).filter(({ from, typeOnly }) => !typeOnly && byFile.has(from))
  const reached = chainsFrom("src/entry-client.tsx", (file) => atRunTime(file).map(({ from }) => from))
  return ["src/entry-client.tsx", ...reached.keys()].flatMap((file) => byFile.get(file) ?? [])
}

describe("arrows", () => {
  test("each floor knows only the floors below it", () => {
    const wrong = offences(code, ({ file, imports }) =>
      imports.filter(({ from }) => isOurs(from) && !below[floor(file)]?.includes(floor(from))).map(({ from }) => from),
    ).filter((each) => !each.startsWith("app.config.ts") && !each.startsWith("vite"))
    expect(wrong).toEqual([])
  })

  test("policy imports Effect and Node's hashing, disclosure a solver and a CSV parser too, and nothing else from outside", () => {
    const allowed = /^(effect(\/.*)?|node:crypto|policy\/.*)$/
    const isLibrary = (file: string): boolean => file.startsWith("policy/disclosure/")
    const ofLibrary = ["highs", "csv-parse/sync"]
    expect(
      offences(
        code.filter(({ file }) => file.startsWith("policy/")),
        ({ file, imports }) =>
          imports
            .map(({ from }) => from)
            .filter((from) => !allowed.test(from) && !(isLibrary(file) && ofLibrary.includes(from))),
      ),
    ).toEqual([])
    const others = code.filter(({ file }) => !isLibrary(file))
    expect(
      offences(others, ({ imports }) => imports.map(({ from }) => from).filter((from) => ofLibrary.includes(from))),
    ).toEqual([])
  })

  test("policy/data has no Effect", () => {
    const data = code.filter(({ file }) => file.startsWith("policy/data/"))
    expect(data.length).toBeGreaterThan(5)
    expect(
      offences(data, ({ imports }) => imports.map(({ from }) => from).filter((from) => from.startsWith("effect"))),
    ).toEqual([])
  })

  test("the browser gets surveys, policy/data, the patterns of a second look and its own pages: never a store, never Effect", () => {
    const files = browserFiles()
    expect(files.length).toBeGreaterThan(3)
    const wrong = files.filter(
      ({ file }) =>
        !/^(src\/(entry-client|components|browser)|surveys\/|policy\/data\/|policy\/free-text\/(?:nudge|patterns\/))/.test(
          file,
        ),
    )
    expect(wrong.map(({ file }) => file)).toEqual([])
    expect(
      offences(files, ({ imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && from.startsWith("effect")).map(({ from }) => from),
      ),
    ).toEqual([])
  })

  const isRule = (file: string) => file.startsWith("policy/rules/")
  const chainsTo = (from: readonly string[], isReached: (file: string) => boolean): readonly string[] =>
    from.flatMap((file) =>
      [...chainsFrom(file)].flatMap(([reached, chain]) => (isReached(reached) ? [chain.join(" → ")] : [])),
    )
  const filesIn = (folder: string) => code.map(({ file }) => file).filter((file) => file.startsWith(folder))

  test("no rule reaches another rule, through any file", () => {
    const rules = filesIn("policy/rules/")
    expect(rules.length).toBeGreaterThan(20)
    expect(chainsTo(rules, isRule)).toEqual([])
  })

  test("the disclosure library reaches nothing of ours outside itself, through any file", () => {
    const library = filesIn("policy/disclosure/")
    expect(library.length).toBeGreaterThan(40)
    expect(chainsTo(library, (file) => !file.startsWith("policy/disclosure/"))).toEqual([])
  })

  test("the text detector reaches nothing of ours outside itself, through any file", () => {
    const library = filesIn("policy/free-text/")
    expect(library.length).toBeGreaterThan(30)
    expect(chainsTo(library, (file) => !file.startsWith("policy/free-text/"))).toEqual([])
  })

  test("within policy only the register and the types of a lawful form know a rule", () => {
    const knowing = filesIn("policy/").filter((file) => importedBy(file).some(isRule))
    expect(knowing).toEqual(["policy/index.ts", "policy/lawful.ts"])
  })

  test("no file reaches itself, types included", () => {
    expect(circles(code.map(({ file }) => file)).map((chain) => chain.join(" → "))).toEqual([])
  })

  test("a circle and a chain are found through any number of files", () => {
    const imports: Readonly<Record<string, readonly string[]>> = { a: ["b"], b: ["c"], c: ["a", "d"], d: [] }
    const next = (file: string) => imports[file] ?? []
    expect(circles(["a", "b", "c", "d"], next)).toEqual([["a", "b", "c", "a"]])
    expect(chainsFrom("a", next).get("d")).toEqual(["a", "b", "c", "d"])
  })
})

describe("sizes and names", () => {
  const lines = (text: string): number => text.split("\n").length - 1

  test("no file is over 300 lines, and half of them are under 70", () => {
    expect(offences(sources, ({ text }) => (lines(text) > 300 ? [`${lines(text)} lines`] : []))).toEqual([])
    const sizes = code.map(({ text }) => lines(text)).toSorted((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(70)
    expect(sizes.filter((size) => size > 200).length / sizes.length).toBeLessThan(0.1)
  })

  test("files are kebab-case and say what they are", () => {
    const named = sources.map(({ file }) => file)
    expect(named.filter((file) => !/^[a-z0-9.[\]/-]+$/.test(file))).toEqual([])
    expect(named.filter((file) => /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.)/.test(file))).toEqual([])
  })

  test("every file begins by saying what it guarantees", () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(text)).map(({ file }) => file)).toEqual([])
  })

  test("no any, no silenced error, no cast around the compiler", () => {
    const banned = /\bas any\b|: any\b|@ts-ignore|@ts-nocheck|\bas never as\b/
    const withoutWords = (text: string): string => text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
    expect(code.filter(({ text }) => banned.test(withoutWords(text))).map(({ file }) => file)).toEqual([])
  })

  test("the core has no try, and nothing prints but the command line and the launcher", () => {
    const core = code.filter(({ file }) => file.startsWith("policy/") || file.startsWith("surveys/"))
    expect(core.filter(({ text }) => /\btry \{/.test(text)).map(({ file }) => file)).toEqual([])
    const prints = /\bconsole\b(?!")|\bprocess\.(?:stdout|stderr|report|_rawDebug)\b|\bEffect\.log|\bLogger\b/
    const printing = code.filter(({ text }) => prints.test(uncommented(text))).map(({ file }) => file)
    expect(printing.filter((file) => !/^src\/(commands|launcher|dev)\//.test(file))).toEqual([])
  })

  test("only one file writes the entities of HTML", () => {
    const writing = code
      .filter(({ text }) => /&(?:amp|lt|gt|quot|#39);/.test(uncommented(text)))
      .map(({ file }) => file)
    expect(writing).toEqual(["policy/escape-html.ts"])
  })

  test("only the register gathers others", () => {
    const barrels = code.filter(({ text }) => /^export (\*|\{[^}]*\}) from/m.test(text)).map(({ file }) => file)
    expect(barrels.filter((file) => file !== "policy/index.ts")).toEqual([])
  })
})

test("the reading of imports sees what it must", () => {
  const { imports } = read("tests/support/sources.ts")
  expect(imports.map(({ from }) => from)).toEqual(["node:child_process", "node:fs", "node:path"])
  const late = code.filter(({ imports: all }) => all.some(({ from }) => from === "src/launcher/this-build.mjs"))
  expect(late.length).toBeGreaterThan(0)
})
