/** Which code this is: commit, lockfile, and whether the tree is that commit and nothing else; results carry it. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root as ours } from "./set-up.mjs"

const git = (root, ...args) => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}

/** Where there is no repository the commit is unknown, and what is unknown is never taken to be clean. */
export const thisBuild = (root = ours) => ({
  commit: git(root, "rev-parse", "HEAD") ?? "unknown",
  clean: git(root, "status", "--porcelain") === "",
  lockfile: createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex"),
})
