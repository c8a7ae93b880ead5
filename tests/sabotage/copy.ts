/** A copy of the working tree in which anything may be broken and is mended again; the tree itself is never touched. */
import { execFileSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { root } from "../../src/launcher/set-up.mjs"
import type { Edit } from "./sabotage.ts"

/** How often a text stands in another. */
export const occurrences = (text: string, sought: string): number => text.split(sought).length - 1

/** Why an edit cannot be made in this folder; `undefined` when it can. */
export const rotten = (folder: string, edit: Edit): string | undefined => {
  const path = join(folder, edit.file)
  if ("write" in edit) return existsSync(path) ? `${edit.file} is there already` : undefined
  if (!existsSync(path)) return `${edit.file} is not there`
  const found = occurrences(readFileSync(path, "utf8"), edit.find)
  return found === 1 ? undefined : `${edit.file} has ${found} places with ${JSON.stringify(edit.find)}`
}

/** What lies outside the repository and is sabotaged too: never through a link to the original. */
export const beside = "../shared/dpia"

const tracked = (): readonly string[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)))

export interface Copy {
  readonly folder: string
  /** Makes the edits, and gives back what undoes them. */
  readonly edit: (edits: readonly Edit[]) => () => void
  readonly remove: () => void
}

const undoing = (folder: string, { file }: Edit): (() => void) => {
  const path = join(folder, file)
  const before = existsSync(path) ? readFileSync(path) : undefined
  return () => (before === undefined ? rmSync(path) : writeFileSync(path, before))
}

const make = (folder: string, edit: Edit): void => {
  const path = join(folder, edit.file)
  const why = rotten(folder, edit)
  if (why !== undefined) throw new Error(why)
  mkdirSync(dirname(path), { recursive: true })
  // A function, since a text to put in may have signs that `replace` reads as its own.
  const text = "write" in edit ? edit.write : readFileSync(path, "utf8").replace(edit.find, () => edit.replace)
  writeFileSync(path, text)
}

const build = (folder: string): void => {
  if (existsSync(join(root, ".output"))) cpSync(join(root, ".output"), join(folder, ".output"), { recursive: true })
}

export const copyOfTree = (): Copy => {
  const whole = realpathSync(mkdtempSync(join(tmpdir(), "big-ask-sabotage-")))
  const folder = join(whole, "tree")
  for (const file of tracked()) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir")
  build(folder)
  // The architecture test asks git which files there are.
  execFileSync("git", ["init", "--quiet"], { cwd: folder })
  writeFileSync(join(folder, ".git", "info", "exclude"), "node_modules\n")
  const shared = join(root, beside)
  if (existsSync(shared)) cpSync(shared, join(folder, beside), { recursive: true })
  const stamp = join(folder, ".output", ".built-from")
  const stamped = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined
  return {
    folder,
    edit: (edits) => {
      const undo = edits.map((edit) => undoing(folder, edit))
      for (const edit of edits) make(folder, edit)
      return () => {
        for (const each of undo.toReversed()) each()
        // A test that starts the service builds it first; the broken build goes with what was broken.
        if (existsSync(stamp) && readFileSync(stamp, "utf8") !== stamped) {
          rmSync(join(folder, ".output"), { recursive: true })
          build(folder)
        }
      }
    },
    remove: () => rmSync(whole, { recursive: true, force: true }),
  }
}
