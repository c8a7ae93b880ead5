/** A vault of a folder, as a key command: open, keep, destroy and list; HARM tells it how to misbehave. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const [folder, harm, action, id] = process.argv.slice(2)
const file = join(folder, id ?? "none")
const input = action === "keep" ? readFileSync(0, "utf8") : ""

if (harm === action || harm === "always") process.exit(7)
if (harm === "slow") await new Promise((resolve) => setTimeout(resolve, 60_000))
if (harm === "talks") process.stderr.write(`a secret: ${"ab".repeat(32)}\n`)

if (action === "open") {
  if (!existsSync(file)) process.exit(3)
  process.stdout.write(harm === "talks" ? "what?\n" : readFileSync(file, "utf8"))
} else if (action === "keep") {
  if (harm !== "forgets" && !existsSync(file)) writeFileSync(file, input, { mode: 0o600 })
} else if (action === "destroy") {
  if (harm !== "clings") rmSync(file, { force: true })
} else if (action === "list") process.stdout.write(readdirSync(folder).join("\n"))
else process.exit(1)
