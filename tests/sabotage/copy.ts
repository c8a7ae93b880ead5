/** Copies the working tree, breaks the copy and repairs it again; never touches the tree itself. */
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

/** How often a text occurs in another. */
export const occurrences = (text: string, sought: string): number => text.split(sought).length - 1

/** Says why an edit cannot be made in this folder; `undefined` when it can. */
export const faultOf = (folder: string, edit: Edit): string | undefined => {
  const path = join(folder, edit.file)
  if ("write" in edit) return existsSync(path) ? `${edit.file} exists already` : undefined
  if (!existsSync(path)) return `${edit.file} does not exist`
  const count = occurrences(readFileSync(path, "utf8"), edit.find)
  return count === 1 ? undefined : `${edit.file} has ${count} places with ${JSON.stringify(edit.find)}`
}

/** Outside the repository, and sabotaged too: the copy never links to the original. */
export const dpiaFolder = "../shared/dpia"

const tracked = (): readonly string[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)))

export interface Copy {
  readonly folder: string
  /** Makes the edits and returns a function that undoes them. */
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
  const fault = faultOf(folder, edit)
  if (fault !== undefined) throw new Error(fault)
  mkdirSync(dirname(path), { recursive: true })
  // As a function, because `replace` gives some signs in a replacement text a meaning.
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
  const shared = join(root, dpiaFolder)
  if (existsSync(shared)) cpSync(shared, join(folder, dpiaFolder), { recursive: true })
  const stamp = join(folder, ".output", ".built-from")
  const stampText = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined
  return {
    folder,
    edit: (edits) => {
      const undo = edits.map((edit) => undoing(folder, edit))
      for (const edit of edits) make(folder, edit)
      return () => {
        for (const each of undo.toReversed()) each()
        // A test that starts the service builds it first: remove the broken build as well.
        if (existsSync(stamp) && readFileSync(stamp, "utf8") !== stampText) {
          rmSync(join(folder, ".output"), { recursive: true })
          build(folder)
        }
      }
    },
    remove: () => rmSync(whole, { recursive: true, force: true }),
  }
}
