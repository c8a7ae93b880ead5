/** A result counts for the files that it was found on, and for no other; words name the first that differ. */
import { expect, test } from "vitest"
import { ofThisBuild, type Ran, type Read, short, whyNot } from "../../../policy/report/build.ts"
import { codeIn, differencesIn, type Manifest, manifestDigest } from "../../../policy/report/manifest.ts"
import { now } from "../../support/policy/report/made.ts"

const { files } = now
const ran: Read<Ran> = { files, unchanged: true, doubt: null }
const other = "d".repeat(64)
const without = (path: string): Manifest => Object.fromEntries(Object.entries(files).filter(([each]) => each !== path))
const differing = "the tests have been run on other files than these: 1 file differs: "

test.for<readonly [string, Manifest, Read<Ran>, string | undefined]>([
  ["of these files", files, ran, undefined],
  [
    "of a source that has changed",
    { ...files, "policy/index.ts": other },
    ran,
    `${differing}policy/index.ts has changed`,
  ],
  ["of a tree without a hidden file", { ...files, "src/.x.ts": other }, ran, `${differing}src/.x.ts was not there`],
  [
    "of a test that is gone",
    without("tests/policy/audits.test.ts"),
    ran,
    `${differing}tests/policy/audits.test.ts is gone`,
  ],
  [
    "of a tree in which a link was planted",
    { ...files, "src/x": "not a plain file" },
    ran,
    `${differing}src/x is no file that can be read`,
  ],
  [
    "of a tree that had a link already",
    { ...files, "src/x": "not a plain file" },
    { ...ran, files: { ...files, "src/x": "not a plain file" } },
    `${differing}src/x is no file that can be read`,
  ],
  [
    "of files that changed meanwhile",
    files,
    { ...ran, unchanged: false },
    "the tests have been run while files changed",
  ],
  ["that nobody signed", files, { ...ran, doubt: "anybody may have written them" }, "anybody may have written them"],
])("a result %s", ([, here, found, why]) => {
  expect(whyNot("the tests have", here, found)).toBe(why)
  expect(ofThisBuild("the tests have", here, found)).toEqual(
    why === undefined ? { checked: true, found } : { checked: false, because: why },
  )
})

test("a result that was never written is the reason itself", () => {
  expect(ofThisBuild("the tests have", files, undefined)).toEqual({
    checked: false,
    because: "the tests have not been run here",
  })
})

test("of many differences three are named, sources before their build", () => {
  const changed = Object.fromEntries(Object.keys(files).map((path) => [path, other]))
  expect(differencesIn(changed, files)).toBe(
    "7 files differ: node_modules/highs/build/highs.wasm has changed, package-lock.json has changed, policy/index.ts has changed and 4 more",
  )
  const [built, source] = [".output/server/index.mjs", "tests/policy/audits.test.ts"]
  expect(differencesIn({ ...files, [built]: other, [source]: other }, files)).toBe(
    `2 files differ: ${source} has changed, ${built} has changed`,
  )
  expect(differencesIn(files, files)).toBeUndefined()
})

test("code is sources, tests and lockfile, without results and on any machine", () => {
  expect(Object.keys(codeIn(files))).toEqual(["package-lock.json", "policy/index.ts", "tests/policy/audits.test.ts"])
})

test("one digest speaks for all files in any order, and is shown by its first twelve digits", () => {
  const turned = Object.fromEntries(Object.entries(files).toReversed())
  expect(manifestDigest(turned)).toBe(manifestDigest(files))
  expect(manifestDigest({ ...files, "policy/index.ts": other })).not.toBe(manifestDigest(files))
  expect(short("0123456789abcdef")).toBe("0123456789ab")
})
