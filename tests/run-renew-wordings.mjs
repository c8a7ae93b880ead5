/** Gives each wording that changed its next version and its reading grade (`npm run forms:renew`), on any Node from 20. */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { ensureInstalled, ourNode } from "../src/launcher/set-up.mjs"
import { root } from "./support/project.mjs"

ensureInstalled()

const renewing = `
  const { forms } = await import("./surveys/forms.ts")
  const { recordedWordings } = await import("./surveys/wording/recorded.ts")
  const { renewedWordings } = await import("./tests/support/surveys/renewed-wordings.ts")
  process.stdout.write(JSON.stringify(renewedWordings(forms, recordedWordings), undefined, 2))
`
const file = join("surveys", "wording", "wordings.json")
const text = execFileSync(ourNode(), ["--input-type=module", "--eval", renewing], { cwd: root, encoding: "utf8" })
writeFileSync(join(root, file), `${text}\n`)
process.stdout.write(`The versions and reading grades of every wording are in ${file}: commit it with the words.\n`)
