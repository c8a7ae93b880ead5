/** The Node among the packages is compared with the published one; what could not be compared is never called checked. */
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ourNode, root } from "../../src/launcher/set-up.mjs"
import { newFolder } from "../support/test-end.ts"

const name = `node-v1.2.3-${process.platform}-${process.arch}`
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex")

/** A small program that calls itself a Node, and the archive and sums that such a release would have. */
const release = () => {
  const folder = newFolder()
  const node = join(folder, name, "bin", "node")
  mkdirSync(join(folder, name, "bin"), { recursive: true })
  writeFileSync(node, "#!/bin/sh\necho v1.2.3\n", { mode: 0o755 })
  const archive = join(folder, `${name}.tar.gz`)
  execFileSync("tar", ["-czf", archive, "-C", folder, name])
  const sums = join(folder, "SHASUMS256.txt")
  writeFileSync(sums, `${"0".repeat(64)}  node-v1.2.3.tar.gz\n${sha256(readFileSync(archive))}  ${name}.tar.gz\n`)
  return { node, archive, sums }
}

const check = (...args: readonly string[]) => {
  const command = [join(root, "tests", "run-node-check.mjs"), ...args]
  const { status, stdout, stderr } = spawnSync(ourNode(), command, { encoding: "utf8" })
  return { status, words: `${stdout}${stderr}` }
}

test.runIf(process.platform !== "win32")("the published program passes; one that differs in a byte does not", () => {
  const { node, archive, sums } = release()
  const args = ["--node", node, "--archive", archive, "--sums", sums]
  expect(check(...args)).toEqual({ status: 0, words: expect.stringContaining("as it was published") })
  writeFileSync(node, "#!/bin/sh\necho v1.2.3 \n")
  expect(check(...args)).toEqual({ status: 1, words: expect.stringContaining("Do not run it") })
})

test.runIf(process.platform !== "win32")("an archive that the sums do not vouch for proves nothing", () => {
  const { node, archive, sums } = release()
  writeFileSync(sums, `${"0".repeat(64)}  ${name}.tar.gz\n`)
  const args = ["--node", node, "--archive", archive, "--sums", sums]
  expect(check(...args)).toEqual({ status: 1, words: expect.stringContaining("not the one that was published") })
  writeFileSync(sums, "")
  expect(check(...args)).toEqual({ status: 1, words: expect.stringContaining("Not checked") })
  const unread = ["--node", node, "--archive", archive, "--sums", join(sums, "missing")]
  expect(check(...unread)).toEqual({ status: 1, words: expect.stringContaining("Not checked") })
})
