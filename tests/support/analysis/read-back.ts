/** Programs of statistics that read a working copy back, where they are installed. */
import { spawnSync } from "node:child_process"

/** Whether PSPP is here. */
export const hasPspp = (): boolean => {
  const isHere = spawnSync("pspp", ["--version"]).status === 0
  if (!isHere) console.log("Skipped: PSPP is not here (apt-get install pspp).")
  return isHere
}
