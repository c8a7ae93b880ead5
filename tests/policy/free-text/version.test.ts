/** Holds the detector's version to what it is made of: texts of another version are scanned again. */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { detectorVersion } from "../../../policy/free-text/detector.ts"

const folder = join(import.meta.dirname, "..", "..", "..", "policy", "free-text")

/** By version: what the code and the tables of the detector digest to, without its training and its words about itself. */
const digests: Readonly<Record<number, string>> = {
  1: "40230613d2506a6c",
  2: "9591779379050702",
}

test("a change of the detector raises its version", { tags: ["free-text-cleaned-before-analysis"] }, () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md") && !entry.parentPath.endsWith("training"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  const digest = createHash("sha256")
  for (const file of files) digest.update(readFileSync(file))
  expect(
    digest.digest("hex").slice(0, 16),
    "raise detectorVersion in policy/free-text/detector.ts, and write the new digest here",
  ).toBe(digests[detectorVersion])
})
