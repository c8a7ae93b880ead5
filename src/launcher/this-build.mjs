/** Identifies the code that runs: its commit, its lockfile, and whether the tree has changes. Results carry it. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root as ours } from "./set-up.mjs"

const git = (root, ...args) => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}

/** The commit alone, which is quicker to read. */
export const thisCommit = (root = ours) => git(root, "rev-parse", "HEAD") ?? "unknown"

/** Without a repository the commit is unknown, and an unknown commit never counts as clean. */
export const thisBuild = (root = ours) => ({
  commit: thisCommit(root),
  clean: git(root, "status", "--porcelain") === "",
  lockfile: createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex"),
})
