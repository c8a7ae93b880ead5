/** Identifies the code that runs: the digest of each of its files and, for people, its commit. Results carry both. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { manifest } from "./manifest.mjs"
import { root as ours } from "./set-up.mjs"

const git = (root, ...args) => {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}

/** The commit alone, which is quicker to read. */
export const thisCommit = (root = ours) => git(root, "rev-parse", "HEAD") ?? "unknown"

/** Whether the tree is its commit and nothing else, for people: results are compared file by file. */
export const thisTree = (root = ours) => ({
  commit: thisCommit(root),
  clean: git(root, "status", "--porcelain") === "",
})

export const thisBuild = (root = ours) => ({
  ...thisTree(root),
  lockfile: createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex"),
  files: manifest(root),
})
