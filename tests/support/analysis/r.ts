/** Runs R where it is installed; a test that needs it is left out elsewhere, and says so. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const found = new Map<string, boolean>()

/** Whether R is here with a package. */
export const hasR = (name: string): boolean => {
  const known = found.get(name)
  if (known !== undefined) return known
  const { status } = spawnSync("Rscript", ["-e", `quit(status = !nzchar(system.file(package = "${name}")))`])
  if (status !== 0) console.log(`Skipped: R with its package ${name} is not here (apt-get install r-cran-${name}).`)
  found.set(name, status === 0)
  return status === 0
}

/** The numbers that a script prints, one line for each list, with all digits. */
export const runR = (script: string, files: Readonly<Record<string, string>> = {}): readonly (readonly number[])[] => {
  const folder = mkdtempSync(join(tmpdir(), "in-r-"))
  try {
    for (const [name, text] of Object.entries({ ...files, "script.R": script })) writeFileSync(join(folder, name), text)
    const { status, stdout, stderr } = spawnSync("Rscript", ["script.R"], { cwd: folder, encoding: "utf8" })
    if (status !== 0) throw new Error(stderr)
    return stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" ").map(Number))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
