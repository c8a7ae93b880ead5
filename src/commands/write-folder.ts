/** Writes the files of a command into one folder, all of them or none. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** `files` by name, each in parts. A temporary folder is moved, so that no reader finds half of the files. */
export const writeFolder = (out: string, files: Readonly<Record<string, readonly string[]>>): void => {
  mkdirSync(dirname(out), { recursive: true })
  const temporary = mkdtempSync(`${out}.part-`)
  try {
    for (const [name, parts] of Object.entries(files)) {
      writeFileSync(join(temporary, name), "")
      for (let at = 0; at < parts.length; at += 10_000)
        writeFileSync(join(temporary, name), parts.slice(at, at + 10_000).join(""), { flag: "a" })
    }
    if (existsSync(out)) for (const name of Object.keys(files)) renameSync(join(temporary, name), join(out, name))
    else renameSync(temporary, out)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
