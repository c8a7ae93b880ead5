/** Programs of statistics that read a working copy back, where they are installed. */
import { spawnSync } from "node:child_process"

/** Whether PSPP is here. */
export const hasPspp = (): boolean => {
  const isHere = spawnSync("pspp", ["--version"]).status === 0
  if (!isHere) console.log("Skipped: PSPP is not here (apt-get install pspp).")
  return isHere
}

/** A Python with DuckDB: `PYTHON` names another than the one on the path. */
export const python = process.env["PYTHON"] ?? "python3"

export const hasPython = (module: string): boolean => {
  const isHere = spawnSync(python, ["-c", `import ${module}`]).status === 0
  if (!isHere) console.log(`Skipped: Python with ${module} is not here (pip install ${module}).`)
  return isHere
}

/** The JSON that a script prints. */
export const runPython = (script: string): unknown => {
  const { status, stdout, stderr } = spawnSync(python, ["-c", script], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
