/** Gives the file of a program as it is built from these sources. */
import { ensurePrograms, type Program, program } from "../../src/launcher/set-up.mjs"

let built = false

/** Test files run side by side: the first builds, and the others wait. */
export const builtProgram = (name: Program): string => {
  if (!built) ensurePrograms()
  built = true
  return program(name)
}

/** What `spawn` and its like take to run a command of `ask` in a process of its own. */
export const askProgram = (): readonly string[] => ["--disable-warning=ExperimentalWarning", builtProgram("ask")]
