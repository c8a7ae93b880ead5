/** Results uphold a rule only on the very files that a run saw, and only when that run signed them; a decision changes nothing. */
import { createPublicKey } from "node:crypto"
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { knownKeys } from "../../policy/report/known-keys.ts"
import { codeIn } from "../../policy/report/manifest.ts"
import { resultTamperings } from "../../policy/report/result-tamperings.ts"
import type { Results } from "../../policy/report/results.ts"
import { resultsIn } from "../../src/commands/run-results.ts"
import { manifest } from "../../src/launcher/manifest.mjs"
import { publicKeyIn, signedResult } from "../../src/launcher/results-key.mjs"
import { blockOf, made, mutation, now, sabotage, settled, tests } from "../support/policy/report/made.ts"
import { newFolder } from "../support/test-end.ts"

const write = (folder: string, file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

const withoutDoubt = <A extends { readonly doubt: string | null }>({ doubt: _, ...result }: A) => result

interface Tree {
  readonly folder: string
  readonly results: string
  readonly keep: (file: string, text: string) => void
}

/** A tree of a few files, on which the tests were run and signed. */
const tested = (): Tree => {
  const folder = newFolder()
  const sources = ["src/app.ts", "policy/index.ts", "surveys/forms.ts", "db/store.ts", "public/icon.svg"]
  const others = ["tests/policy/a.test.ts", "package-lock.json", ".output/server/index.mjs", ".output/.built-from"]
  for (const file of [...sources, ...others, "node_modules/highs/build/highs.wasm"]) write(folder, file, file)
  for (const [kind, result] of [
    ["sabotage", sabotage],
    ["mutation", mutation],
  ] as const) {
    const elsewhere = { ...withoutDoubt(result), files: codeIn(manifest(folder)) }
    write(folder, `tests/${kind}/last-run.json`, signedResult(join(newFolder(), "key"), elsewhere))
  }
  const results = join(folder, ".results")
  const keep = (file: string, text: string) => write(results, file, text)
  keep("test.json", signedResult(results, { ...withoutDoubt(tests), files: manifest(folder) }))
  return { folder, results, keep }
}

const id = "opt-out-on-every-question"

/** In a rehearsal in which nobody has recorded a key, this machine's own counts. */
const known = (results: string) => knownKeys({ mode: "rehearsal" }, publicKeyIn(results))

const reported = ({ folder, results }: Tree, change: object = {}) => {
  const build = { ...now, files: manifest(folder) }
  const read: Results = resultsIn(results, build, known(results), join(folder, "tests"))
  const report = made({ deployment: settled, now: build, results: read, ...change })
  return { report, block: blockOf(report, id) }
}

test("a rule is upheld on the files that the tests ran on, and the committed results count with them", () => {
  const { report, block } = reported(tested())
  expect(block.kept).toBe("upheld")
  expect([report.sabotages.checked, report.mutation.checked]).toEqual([true, true])
})

const keepElsewhere = ({ folder, keep }: Tree): void =>
  keep("test.json", signedResult(newFolder(), { ...withoutDoubt(tests), files: manifest(folder) }))

const acts: Readonly<Record<string, (tree: Tree) => void>> = {
  "a file of the built output changed": ({ folder }) => appendFileSync(join(folder, ".output/server/index.mjs"), " "),
  "a hidden file put in a folder of sources": ({ folder }) => write(folder, "policy/.hidden.ts", ""),
  "a link put in a folder of sources": ({ folder }) => symlinkSync("app.ts", join(folder, "src/other.ts")),
  "a package changed that runs outside the build": ({ folder }) =>
    appendFileSync(join(folder, "node_modules/highs/build/highs.wasm"), " "),
  "a test deleted": ({ folder }) => rmSync(join(folder, "tests/policy/a.test.ts")),
  "the committed results of sabotage edited": ({ folder }) =>
    appendFileSync(join(folder, "tests/sabotage/last-run.json"), " "),
  "the results of the tests edited": ({ results, keep }) =>
    keep("test.json", readFileSync(join(results, "test.json"), "utf8").replace(tests.at, "2099-01-01T00:00:00Z")),
  "a failed check turned into a passed one": ({ folder, results, keep }) => {
    const checks = [{ name: "Types (tsc)", passed: false }]
    const failed = signedResult(results, { ...withoutDoubt(tests), files: manifest(folder), checks })
    keep("test.json", failed.replace('"passed": false', '"passed": true'))
  },
  "results invented without a signature": ({ folder, keep }) =>
    keep("test.json", JSON.stringify({ ...withoutDoubt(tests), files: manifest(folder) })),
  "results of another machine put in place": keepElsewhere,
  "the key of the results deleted": ({ results }) => rmSync(join(results, "signing-key.pem")),
  "the key of the results overwritten": ({ keep }) => keep("signing-key.pem", "no key"),
}

test("every tampering of the report's list is carried out", () => {
  expect(Object.keys(acts)).toEqual(resultTamperings.map(({ what }) => what))
})

test.each(resultTamperings)("$what: no rule is upheld, and the words say why", ({ what, says }) => {
  const tree = tested()
  acts[what]?.(tree)
  const { report, block } = reported(tree)
  expect(block).toMatchObject({ kept: "not-checked", because: says })
  expect(report.summary.upheld).toBe(0)
  expect(report.sabotages.checked || report.mutation.checked).toBe(false)
})

test("a decision, a commit, a document or the stamp of a build changes no answer", () => {
  const tree = tested()
  const before = reported(tree).report.summary.upheld
  write(tree.folder, "docs/operate.md", "changed")
  write(tree.folder, "README.md", "changed")
  write(tree.folder, ".data/rehearsal/evidence.sqlite", "a sign-off in the ledger")
  write(tree.folder, ".output/.built-from", "another stamp")
  const signedOff = { ...settled, signOffs: [] }
  expect(reported(tree, { deployment: signedOff }).report.summary.upheld).toBe(before)
  expect(before).toBeGreaterThan(8)
})

test("the run of this code is preferred to another, and an unreadable one is ignored", () => {
  const tree = tested()
  const files = manifest(tree.folder)
  const old = { ...withoutDoubt(tests), files: {}, at: "2025-01-01T00:00:00Z" }
  tree.keep("test-full.json", signedResult(tree.results, old))
  const read = (kept?: string) => resultsIn(tree.results, { ...now, files }, known(tree.results), kept)
  expect(read().tests?.at).toBe(tests.at)
  tree.keep("test.json", "{")
  expect(read().tests).toMatchObject({ at: old.at, doubt: null })
  tree.keep("sabotage.json", signedResult(tree.results, { ...withoutDoubt(sabotage), at: "2026-12-01T00:00:00Z" }))
  expect(read(join(tree.folder, "tests")).sabotage).toMatchObject({ at: "2026-12-01T00:00:00Z", doubt: null })
  expect(read(join(tree.folder, "tests")).mutation?.doubt).toContain("another machine's")
  expect(resultsIn(newFolder(), now, known(newFolder()))).toEqual({
    tests: undefined,
    sabotage: undefined,
    mutation: undefined,
  })
})

test("the first run makes the key for its own account, and the next run keeps it", () => {
  const folder = join(newFolder(), "results")
  expect(publicKeyIn(folder)).toBeUndefined()
  const first = JSON.parse(signedResult(folder, { one: 1 }))
  const second = JSON.parse(signedResult(folder, { one: 1 }))
  expect(second).toEqual(first)
  expect(first.signed.key).toBe(publicKeyIn(folder))
})

describe("keys that named people recorded", () => {
  const nobody =
    "the results of the tests have the signature of a key that nobody has recorded (ask -- declare results-key)"
  const blockWith = (tree: Tree, mode: "live" | "rehearsal", resultsKeys?: readonly string[]) => {
    const build = { ...now, files: manifest(tree.folder) }
    const keys = knownKeys({ mode, ...(resultsKeys && { resultsKeys }) }, publicKeyIn(tree.results))
    const results = resultsIn(tree.results, build, keys, join(tree.folder, "tests"))
    return blockOf(made({ deployment: settled, now: build, results }), id)
  }

  test("results of another machine count once its key is recorded, and this machine's own then no longer", () => {
    const tree = tested()
    const other = newFolder()
    const ofOther = signedResult(other, { ...withoutDoubt(tests), files: manifest(tree.folder) })
    const key = publicKeyIn(other) ?? ""
    expect(blockWith(tree, "rehearsal", [key])).toMatchObject({ kept: "not-checked", because: nobody })
    tree.keep("test.json", ofOther)
    expect(blockWith(tree, "rehearsal")).toMatchObject({ kept: "not-checked" })
    expect(blockWith(tree, "rehearsal", [key]).kept).toBe("upheld")
    expect(blockWith(tree, "live", [key]).kept).toBe("upheld")
    tree.keep("test.json", ofOther.replace(tests.at, "2099-01-01T00:00:00Z"))
    expect(blockWith(tree, "live", [key]).because).toContain("does not fit them")
  })

  test("live counts no key that nobody recorded, and a key that was withdrawn counts nowhere", () => {
    const tree = tested()
    expect(blockWith(tree, "live")).toMatchObject({ kept: "not-checked", because: nobody })
    expect(blockWith(tree, "rehearsal", [])).toMatchObject({ kept: "not-checked", because: nobody })
    expect(blockWith(tree, "live", [publicKeyIn(tree.results) ?? ""]).kept).toBe("upheld")
  })

  test("a run leaves its public key for the other machine, and no private one in it", () => {
    const folder = newFolder()
    signedResult(folder, {})
    const text = readFileSync(join(folder, "signing-key.pub"), "utf8")
    expect(createPublicKey(text).export({ type: "spki", format: "der" }).toString("base64")).toBe(publicKeyIn(folder))
    expect(text).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  })
})
