/** What the service has kept, read back by its own command as a rehearsal allows. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { root } from "../../src/launcher/set-up.mjs"
import type { Service } from "../support/service.ts"

export interface Kept {
  readonly form: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly geography: unknown
  readonly day: string
}

const command = join(root, "src", "commands", "ask.ts")

/** In the order of their content: the store's own order tells nothing. */
export const kept = ({ dataDir }: Service): readonly Kept[] => {
  const args = ["--disable-warning=ExperimentalWarning", command, "open"]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir },
  })
  if (status !== 0) throw new Error(`the answers did not open: ${stderr}`)
  return stdout
    .split("\n")
    .filter(Boolean)
    .toSorted()
    .map((line): Kept => JSON.parse(line))
}

/** What is there now and was not before. */
export const newlyKept = (before: readonly Kept[], after: readonly Kept[]): readonly Kept[] => {
  const left = before.map((each) => JSON.stringify(each))
  return after.filter((each) => {
    const place = left.indexOf(JSON.stringify(each))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}
