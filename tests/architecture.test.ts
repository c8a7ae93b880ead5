/** The house stands as it was drawn: arrows, sizes, names, makers and ways out, read from the files themselves. */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join, posix, relative } from "node:path"
import { describe, expect, test } from "vitest"

const root = join(import.meta.dirname, "..")

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts"))

interface Source {
  readonly file: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
}

const importPattern = /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm

const read = (file: string): Source => {
  const text = readFileSync(join(root, file), "utf8")
  const imports = [...text.matchAll(importPattern)].map(([, type, from = ""]) => ({
    from: from.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), from)) : from,
    typeOnly: type !== undefined,
  }))
  return { file, text, imports }
}

const sources = tracked.map(read)
const code = sources.filter(({ file }) => !file.startsWith("tests/") && !file.startsWith("bench/"))
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

const uncommented = (text: string): string => text.replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")

const offences = (files: readonly Source[], offends: (source: Source) => readonly string[]): readonly string[] =>
  files.flatMap((source) => offends(source).map((what) => `${source.file}: ${what}`))

/** Everything that reaches the browser: the entry, and what it imports at run time. */
const browserFiles = (): readonly Source[] => {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { from, typeOnly } of byFile.get(file)?.imports ?? []) if (!typeOnly && byFile.has(from)) visit(from)
  }
  visit("src/entry-client.tsx")
  return [...reached].flatMap((file) => byFile.get(file) ?? [])
}

describe("arrows", () => {
  test("each floor knows only the floors below it", () => {
    const wrong = offences(code, ({ file, imports }) =>
      imports.filter(({ from }) => isOurs(from) && !below[floor(file)]?.includes(floor(from))).map(({ from }) => from),
    ).filter((each) => !each.startsWith("app.config.ts") && !each.startsWith("vite"))
    expect(wrong).toEqual([])
  })

  test("policy stands on Effect and Node's hashing, disclosure on a solver too, and on nothing of ours", () => {
    const allowed = /^(effect(\/.*)?|node:crypto|policy\/.*)$/
    const solves = (file: string): boolean => file.startsWith("policy/disclosure/")
    expect(
      offences(
        code.filter(({ file }) => file.startsWith("policy/")),
        ({ file, imports }) =>
          imports.map(({ from }) => from).filter((from) => !allowed.test(from) && !(from === "highs" && solves(file))),
      ),
    ).toEqual([])
    expect(code.filter(({ file, imports }) => imports.some(({ from }) => from === "highs") && !solves(file))).toEqual(
      [],
    )
  })

  test("policy/data has no Effect", () => {
    const data = code.filter(({ file }) => file.startsWith("policy/data/"))
    expect(data.length).toBeGreaterThan(5)
    expect(
      offences(data, ({ imports }) => imports.map(({ from }) => from).filter((from) => from.startsWith("effect"))),
    ).toEqual([])
  })

  test("the browser gets surveys, policy/data and its own pages: never a store, never Effect", () => {
    const files = browserFiles()
    expect(files.length).toBeGreaterThan(3)
    const wrong = files.filter(
      ({ file }) => !/^(src\/(entry-client|components|browser)|surveys\/|policy\/data\/)/.test(file),
    )
    expect(wrong.map(({ file }) => file)).toEqual([])
    expect(
      offences(files, ({ imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && from.startsWith("effect")).map(({ from }) => from),
      ),
    ).toEqual([])
  })

  test("a rule never imports another rule", () => {
    const rules = code.filter(({ file }) => file.startsWith("policy/rules/"))
    expect(
      offences(rules, ({ imports }) =>
        imports.map(({ from }) => from).filter((from) => from.startsWith("policy/rules/")),
      ),
    ).toEqual([])
  })
})

describe("makers", () => {
  const makers: Readonly<Record<string, string>> = {
    Admitted: "policy/admit.ts",
    Matched: "db/geography/match.ts",
    Sealed: "db/collection/seal.ts",
    Unsealed: "policy/unsealed.ts",
    Checked: "policy/quality/check.ts",
    Cleaned: "policy/free-text/clean.ts",
    Released: "policy/disclosure/release.ts",
    DayWithin: "policy/window.ts",
    Day: "policy/civil-day.ts",
    Digest: "policy/evidence/digest.ts",
    Banded: "policy/report/banded.ts",
    // An extract is told from another by its state, which no text could forge.
    ProcessorExtract: "policy/collection/collection-state.ts",
  }
  /** And the names by which a custody state or a capability is called. */
  const states = [
    ...["Admitted", "Matched", "Sealed", "Unsealed", "Checked", "Cleaned", "Released", "Destroyed", "Stage"],
    ...["Capability", "Checker", "Collection", "CollectionState", "Closing", "Retention", "RetentionState"],
    ...["ProcessorExtract", "ExtractState", "Emptied", "Gone", "Unlocked", "Scanned", "Receipt", "RegisterMatches"],
    ...["DayWithin", "Day", "Digest", "PersonId", "Tally", "Banded", "HomePostcode", "RawText"],
  ]

  /** What is left when comments, words in quotes and the lines of imports are not read. */
  const bare = (text: string): string =>
    uncommented(text)
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
      .replaceAll(/^(?:import|export)\b[^"]*?from ""$/gm, "")

  /** As it is, in a list, in a promise, as what a function gives back, or as what a guard says of a value. */
  const casts = (state: string, text: string): boolean =>
    new RegExp(`(?:\\bas\\s+|\\)\\s*:\\s*\\w+\\s+is\\s+)[^;,()=\\n]*?\\b${state}\\b`).test(bare(text))

  test.each(states)("%s is cast only where it is made", (state) => {
    const casting = code.filter(({ text }) => casts(state, text)).map(({ file }) => file)
    expect(casting).toEqual(makers[state] === undefined ? [] : [makers[state]])
  })

  test("a cast is found however it is written", () => {
    const written = [
      "x as Admitted",
      "x as unknown as Admitted",
      "x as readonly Admitted[]",
      "x as Promise<Admitted>",
      "x as { readonly held: Admitted }",
      "x as Matched | Admitted",
      "const isOne = (x: object): x is Admitted => true",
    ]
    expect(written.filter((text) => !casts("Admitted", text))).toEqual([])
    const innocent = [
      "// x as Admitted",
      'say("x as Admitted")',
      "x as const\nconst y: Admitted = z",
      "x as AdmittedOn",
    ]
    expect(innocent.filter((text) => casts("Admitted", text))).toEqual([])
  })

  test("nothing is cast to what passes for everything, save what no state can be", () => {
    const casting = code.filter(({ text }) => /\bas (?:never|typeof|Parameters|ReturnType)\b/.test(bare(text)))
    expect(casting.map(({ file }) => file)).toEqual(["policy/rules/forms-match-the-dpia.ts", "src/server/web.ts"])
  })

  test("the home postcode is unwrapped in one place", () => {
    const unwrapping = code.filter(({ text }) => /Redacted\.value\(/.test(text)).map(({ file }) => file)
    expect(unwrapping).toEqual(["db/geography/match.ts"])
    const knowing = code.filter(({ text }) => /\bRedacted\b/.test(text)).map(({ file }) => file)
    expect(knowing).toEqual(["db/geography/match.ts", "policy/postcode.ts"])
  })

  test("a postcode is matched in one place", () => {
    const matching = code.filter(({ imports }) => imports.some(({ from }) => from === makers["Matched"]))
    expect(matching.map(({ file }) => file)).toEqual(["src/server/submit.ts"])
  })
})

describe("ways out", () => {
  const allowed: Readonly<Record<string, RegExp>> = {
    "node:http": /^src\/server\/(web|limits)\.ts$/,
    "node:net": /^src\/(launcher\/|server\/web\.ts)/,
    "node:https": /^$/,
    "node:http2": /^$/,
    "node:dgram": /^$/,
    "node:tls": /^$/,
    undici: /^$/,
  }

  test("nothing opens a connection but the browser's own tRPC client", () => {
    expect(
      offences(code, ({ file, imports }) =>
        imports.map(({ from }) => from).filter((from) => allowed[from] !== undefined && !allowed[from].test(file)),
      ),
    ).toEqual([])
  })

  test("nothing speaks to another host by what needs no import", () => {
    const speaking =
      /(?<![-.\w])fetch\b(?!-|: async)|\bglobalThis\b|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/
    const hidden = /\bimport\((?!"\.{1,2}\/)|\bcreateRequire\b|\bgetBuiltinModule\b|(?<![.\w])require\(/
    const ours = /^src\/(entry-client\.tsx|browser\/)/
    expect(offences(code, ({ text }) => (hidden.test(text) ? ["an import that cannot be read here"] : []))).toEqual([])
    expect(
      offences(code, ({ file, text }) => (speaking.test(uncommented(text)) && !ours.test(file) ? ["speaks"] : [])),
    ).toEqual([])
  })

  test("web never imports a driver, a file system or a child", () => {
    const web = code.filter(({ file }) => /^src\/(server|routes|pages|components|document)/.test(file))
    const banned = [
      "node:sqlite",
      "node:fs",
      "node:fs/promises",
      "node:child_process",
      "node:worker_threads",
      "pg",
      "kysely",
    ]
    expect(web.length).toBeGreaterThan(10)
    expect(
      offences(web, ({ imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && banned.includes(from)).map(({ from }) => from),
      ),
    ).toEqual([])
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
    expect(printing.filter((file) => !/^src\/(commands|launcher)\//.test(file))).toEqual([])
  })

  test("only the register gathers others", () => {
    const barrels = code.filter(({ text }) => /^export (\*|\{[^}]*\}) from/m.test(text)).map(({ file }) => file)
    expect(barrels.filter((file) => file !== "policy/index.ts")).toEqual([])
  })
})

test("the reading of imports sees what it must", () => {
  expect(dirname(relative(root, import.meta.filename))).toBe("tests")
  const self = read("tests/architecture.test.ts")
  expect(self.imports.map(({ from }) => from)).toContain("node:child_process")
})
