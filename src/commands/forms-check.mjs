#!/usr/bin/env node
/** Checks the forms with the compiler and their pictures by their meaning, and prints one line for each mistake: where it is, what to do. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled, ourNode, root } from "../launcher/set-up.mjs"

/** `--noErrorTruncation` keeps a second breach of the same question in the message. */
const flags = ["--noEmit", "--pretty", "false", "--noErrorTruncation", "--noUnusedLocals", "false"]
const diagnostic = /^(\S.*?)\((\d+),\d+\): error TS\d+: (.*(?:\n[ \t].*)*)/gm
const text = String.raw`(?:"(?:[^"\\]|\\.)*"|\`[^\`]*\`)`
const texts = String.raw`(${text}(?: \| ${text})*)`
const breach = new RegExp(`Breach<"([a-z0-9-]+)", ${texts}>`, "g")
const mistake = new RegExp(`Mistake<${texts}>`, "g")

const remediesIn = (literals) =>
  [...literals.matchAll(new RegExp(text, "g"))].map(([each]) => each.slice(1, -1).replaceAll('\\"', '"'))

/** What the compiler says in its own words, in ours. */
const inOurWords = (message) => {
  const field = /'([^']+)' does not exist in type '[^']*'(?:\. Did you mean to write '([^']+)'\?)?/.exec(message)
  if (field) return `there is no field "${field[1]}": ${field[2] ? `did you mean "${field[2]}"?` : "take it out"}`
  const value = /Type '("[^']*")' is not assignable to type .*Did you mean '("[^']*")'\?/.exec(message)
  if (value) return `${value[1]} is not known here: did you mean ${value[2]}?`
  const choices = /^Type '("[^']*")' is not assignable to type '("[^']*")'\.$/m.exec(message)
  if (choices) return `${choices[1]} is not known here: choose ${choices[2].replaceAll(" | ", " or ")}`
  const missing = /Property '"?([^'"]+)"?' is missing in type/.exec(message)
  return missing ? `give it "${missing[1]}"` : message.split("\n")[0]
}

const findingsIn = (message) => {
  const breaches = [...message.matchAll(breach)].flatMap(([, rule, remedies]) =>
    remediesIn(remedies).map((remedy) => [rule, remedy]),
  )
  if (breaches.length > 0) return breaches
  const mistakes = [...message.matchAll(mistake)].flatMap(([, remedies]) => remediesIn(remedies))
  return (mistakes.length > 0 ? mistakes : [inOurWords(message)]).map((remedy) => ["mistake", remedy])
}

/** One line for each breach or mistake in the compiler's output, in the order of the files. */
export const linesOf = (output) => [
  ...new Set(
    [...output.matchAll(diagnostic)]
      .map(([, file, line, message]) => ({ file, line: Number(line), message }))
      .toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line)
      .flatMap(({ file, line, message }) =>
        findingsIn(message).map(([rule, remedy]) => `${file}:${line}  ${rule}  ${remedy}`),
      ),
  ),
]

/** The compiler's output for a project; empty when nothing is wrong. */
const compile = (project) => {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 }
  const { stdout, stderr, status } = spawnSync(ourNode(), [compiler, "-p", project, ...flags], options)
  if (status !== 0 && stdout === "") throw new Error(`The compiler did not run: ${stderr}`)
  return stdout
}

const counts = `
  const { forms } = await import("./surveys/forms.ts")
  const { pictureFaults } = await import("./surveys/picture-faults.ts")
  const faults = forms.flatMap(pictureFaults)
  if (faults.length > 0) {
    process.stdout.write(faults.join("\\n"))
    process.exit(1)
  }
  const questions = forms.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  process.stdout.write(forms.length + " forms and " + questions.length + " questions checked: no mistakes.")
`

/** What the command prints, and its exit code. */
export const checkForms = (project) => {
  const output = compile(project)
  const lines = linesOf(output)
  if (output !== "") return { text: lines.length > 0 ? lines.join("\n") : output, exitCode: 1 }
  const options = { cwd: root, encoding: "utf8" }
  const { stdout: text, status } = spawnSync(ourNode(), ["--input-type=module", "--eval", counts], options)
  return { text, exitCode: status ?? 1 }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled()
  const { text, exitCode } = checkForms("surveys")
  process.stdout.write(`${text}\n`)
  process.exitCode = exitCode
}
