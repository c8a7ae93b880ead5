/** Gives the file of a program as it is built from these sources. */
import { join } from "node:path"
import { ensureBuilds, ensurePrograms, type Program, program, root } from "../../src/launcher/set-up.mjs"

let built = false

/** Test files run side by side: the first builds, and the others wait. */
export const builtProgram = (name: Program): string => {
  if (!built) ensurePrograms()
  built = true
  return program(name)
}

/** What `spawn` and its like take to run a command of `ask` in a process of its own. */
export const askProgram = (): readonly string[] => ["--disable-warning=ExperimentalWarning", builtProgram("ask")]

const launchers = join(root, ".results", "launchers")
const buildOfLaunchers = {
  stamp: join(launchers, ".built-from"),
  from: ["src", "policy", "surveys", "db", "app.config.ts", "package-lock.json", "tests/support"],
  args: ["build", "--logLevel", "error", "--config", join(root, "tests", "support", "launchers.config.ts")],
  unused: [],
}

let launchersBuilt = false

/** A program of the tests' own; a launcher among them starts the product's programs. */
export const builtLauncher = (name: "launch-stated" | "launch-stub" | "transfer-killed"): string => {
  builtProgram("launcher")
  if (!launchersBuilt) ensureBuilds(buildOfLaunchers)
  launchersBuilt = true
  return join(launchers, `${name}.mjs`)
}
