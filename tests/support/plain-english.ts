/**
 * Counts the words that plain English does without, in comments, in messages and in pages for staff.
 * Run by itself, `node tests/support/plain-english.ts [path…]` prints each place.
 */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { argv } from "node:process"

const root = join(import.meta.dirname, "..", "..")

/** Words that carry several meanings here, or none that a reader outside the project knows. */
const banned =
  /\b(?:told|said|beside|anew|whoever|of which|so many|stands|lies|what is|is of|are as|(?:is|are|was|were|be|has|have|had) none)\b/gi

export interface Place {
  readonly file: string
  readonly line: number
  readonly kind: "comment" | "message"
  readonly words: readonly string[]
  readonly text: string
}

interface Piece {
  readonly kind: Place["kind"]
  readonly from: number
  readonly text: string
}

/** A slash begins a regular expression where no value can have ended. */
const beginsPattern = (before: string): boolean =>
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\breturn|\btypeof)\s*$/.test(before.slice(-20))

const endOf = (text: string, from: number, quote: string): number => {
  let at = from
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1
  return at
}

/** The comments and strings of a TypeScript file; the words between the placeholders of a template are strings too. */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  /** How many braces are open within each placeholder that is being read. */
  const depths: number[] = []
  let at = 0
  const readTemplate = (): void => {
    const from = at
    while (at < text.length && text[at] !== "`" && !text.startsWith("${", at)) at += text[at] === "\\" ? 2 : 1
    pieces.push({ kind: "message", from, text: text.slice(from, at) })
    if (text[at] === "`") at += 1
    else {
      depths.push(0)
      at += 2
    }
  }
  while (at < text.length) {
    const sign = text[at]
    const two = text.slice(at, at + 2)
    if (two === "//" || two === "/*") {
      const found = two === "//" ? text.indexOf("\n", at) : text.indexOf("*/", at + 2)
      const end = found === -1 ? text.length : found
      pieces.push({ kind: "comment", from: at, text: text.slice(at, end) })
      at = end + (two === "//" ? 0 : 2)
    } else if (sign === '"' || sign === "'") {
      const end = endOf(text, at + 1, sign)
      pieces.push({ kind: "message", from: at + 1, text: text.slice(at + 1, end) })
      at = end + 1
    } else if (sign === "`") {
      at += 1
      readTemplate()
    } else if (sign === "/" && beginsPattern(text.slice(0, at))) {
      at += 1
      for (let isClass = false; at < text.length && (isClass || text[at] !== "/") && text[at] !== "\n"; at++) {
        if (text[at] === "\\") at += 1
        else if (text[at] === "[") isClass = true
        else if (text[at] === "]") isClass = false
      }
      at += 1
    } else if (sign === "{" && depths.length > 0) {
      depths.push((depths.pop() ?? 0) + 1)
      at += 1
    } else if (sign === "}" && depths.length > 0) {
      const open = depths.pop() ?? 0
      at += 1
      if (open === 0) readTemplate()
      else depths.push(open - 1)
    } else at += 1
  }
  return pieces
}

/** What others wrote, between “ and ”, and the question that the survey asks, are not ours to change. */
const wordsIn = (line: string): readonly string[] =>
  line.replaceAll(/“[^”]*”|stands in their way/g, "").match(banned) ?? []

const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length

/** Words for children, words of the DPIA, and what tests look for in either. */
const isForChildren = (file: string): boolean =>
  /^(?:surveys\/(?:form-|easy-read|characteristics|privacy-information)|src\/(?:pages|components|browser)\/)/.test(file)
const isQuoted = (text: string, from: number): boolean =>
  /\b(?:quote|words|of the DPIA)\s*:\s*$/.test(text.slice(Math.max(0, from - 30), from - 1))

const inCode = (file: string, text: string): readonly Place[] =>
  piecesOf(text).flatMap((piece) => {
    if (piece.kind === "message" && (isForChildren(file) || isQuoted(text, piece.from))) return []
    return [...piece.text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }): readonly Place[] => {
      // An English message has words apart; a path, a key and a query have none of these.
      const words = wordsIn(line)
      if (words.length === 0 || (piece.kind === "message" && !line.trim().includes(" "))) return []
      return [{ file, line: lineOf(text, piece.from + index), kind: piece.kind, words, text: line.trim() }]
    })
  })

/** A document's own words, without the code in it. */
const inProse = (file: string, text: string): readonly Place[] =>
  text.split("\n").flatMap((line, index): readonly Place[] => {
    const words = wordsIn(line.replaceAll(/`[^`]*`/g, ""))
    return words.length === 0 ? [] : [{ file, line: index + 1, kind: "comment", words, text: line.trim() }]
  })

/** A style sheet's comments, each on the line where it is. */
const commentsOf = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|[^\n]/g, (found) => (found.startsWith("/*") ? found : ""))

export const placesIn = (file: string, text: string): readonly Place[] => {
  if (/\.(?:ts|tsx|mjs)$/.test(file)) return inCode(file, text)
  if (file.endsWith(".md")) return inProse(file, text)
  return inProse(file, commentsOf(text))
}

/** Kept by Git or not ignored by it; the runs of other tools, the licence and the lists of words themselves are no prose of ours. */
const isRead = (file: string): boolean =>
  /\.(?:ts|tsx|mjs|md|css)$/.test(file) &&
  !/^(?:tests\/(?:support\/plain-english|words\.test)\.ts|policy\/dpia\/commitments\/)/.test(file)

export const places = (within: readonly string[] = []): readonly Place[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--deduplicate", ...within], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter(isRead)
    .flatMap((file) => placesIn(file, readFileSync(join(root, file), "utf8")))

/** The words of a whole list of places: a line may hold several. */
export const countOf = (found: readonly Place[]): number => found.reduce((sum, { words }) => sum + words.length, 0)

/** A message that a person may read while the product runs: not one of a test or a bench. */
export const isRuntime = ({ file, kind }: Place): boolean => kind === "message" && !/^(?:tests|bench)\//.test(file)

if (argv[1] === import.meta.filename) {
  const found = places(argv.slice(2))
  for (const { file, line, kind, words, text } of found)
    process.stdout.write(`${file}:${line}  ${kind}  ${words.join(", ")}  ${text.slice(0, 160)}\n`)
  process.stdout.write(`${countOf(found)} words, ${countOf(found.filter(isRuntime))} of them in messages at run time\n`)
}
