/** Runs the tests that bear the tag of one rule (`npm run test:rule -- <id>`), on any Node from 20, in under 10 seconds. */
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { ensureBuilt, ensureInstalled, ourNode } from "../src/launcher/set-up.mjs"
import { alike } from "./support/closest-names.mjs"
import { bin, root } from "./support/project.mjs"

const wanted = process.argv.slice(2)
const everywhere = wanted.includes("--all")
const [id = ""] = wanted.filter((each) => !each.startsWith("--"))
const ids = readdirSync(join(root, "policy", "rules")).map((file) => basename(file, ".ts"))

if (!ids.includes(id)) {
  const near = alike(id, ids)
  process.stderr.write(
    id === ""
      ? `Name a rule: npm run test:rule -- <id> [--all]. The rules are:\n  ${ids.join("\n  ")}\n`
      : `No rule is called "${id}", so no test ran. ${near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Run this without an id to see them all."}\n`,
  )
  process.exit(2)
}

const under = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    join(folder, file).replaceAll("\\", "/"),
  )

/** A test names its tag in quotes; a definition that must not compile has the rule in its file's name. */
const bearsTag = (file) => {
  const text = readFileSync(join(root, file), "utf8")
  return text.includes(`"${id}"`) && text.includes("tags")
}
const isRefused = under("tests/refused").some((file) => basename(file).split(".").includes(id))
const files = [
  ...under("tests").filter((file) => /\.test\.tsx?$/.test(file) && bearsTag(file)),
  ...(isRefused ? ["tests/policy/refused.test.ts"] : []),
]

/** These start stores, servers and browsers, which takes longer than a developer waits. */
const isSlow = (file) => /^tests\/(?:commands|db|e2e|launcher|server)\//.test(file)
const slow = files.filter(isSlow)
const chosen = everywhere ? files : files.filter((file) => !isSlow(file))

ensureInstalled()
if (everywhere) ensureBuilt()
const { status } = spawnSync(ourNode(), [bin("vitest", "vitest.mjs"), "run", ...chosen, `--tags-filter=${id}`], {
  cwd: root,
  stdio: "inherit",
})
if (!everywhere && slow.length > 0)
  process.stdout.write(
    `Not run: ${slow.length} slower ${slow.length === 1 ? "file" : "files"} with this tag. Add --all to run them too:\n${slow
      .map((file) => `  ${relative(root, join(root, file))}\n`)
      .join("")}`,
  )
process.exitCode = status ?? 1
