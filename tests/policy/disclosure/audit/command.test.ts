/** `ask -- disclosure audit` prints what it found as JSON and ends with 0, or says in one sentence why it could not and ends with 2. */
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { disclosure } from "../../../../src/commands/disclosure.ts"
import { heard } from "../../../support/heard.ts"

const root = join(import.meta.dirname, "..", "..", "..", "..")
const folder = mkdtempSync(join(tmpdir(), "big-ask-audit-"))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = async (...args: readonly string[]) => {
  const { code, out, error } = await heard(() => disclosure(args))
  return { status: code, stdout: out.join("\n"), stderr: error.join("\n") }
}

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content))
  return path
}

const counts = (a: number, b: number) => ({
  t: { value: a + b, published: true },
  a: { value: a, published: false },
  b: { value: b, published: false },
  "alone, and of no relation": { value: 3, published: false },
})

const attacker = { lower_bound: 0, integer: true }
const relations = [["t", "a", "b"]]

describe("decides, with 0", () => {
  test("that a table is safe: each withheld cell has both intervals, null for no upper bound", async () => {
    const path = file("safe.json", { threshold: 10, attacker, cells: counts(4, 10), relations })
    const { status, stdout, stderr } = await ask("audit", path)
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    expect(JSON.parse(stdout)).toEqual({
      verdict: "safe",
      cells: {
        a: { lp: [0, 14], integer: [0, 14] },
        b: { lp: [0, 14], integer: [0, 14] },
        "alone, and of no relation": { lp: [0, null], integer: [0, null] },
      },
    })
  })

  test("that one is unsafe, and says why on the other stream", async () => {
    const path = file("unsafe.json", {
      threshold: 10,
      attacker: { ...attacker, lower_bound: 6 },
      cells: counts(7, 8),
      relations,
    })
    const { status, stdout, stderr } = await ask("audit", path)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).verdict).toBe("unsafe")
    expect(stderr).toBe("Unsafe: a, b: withheld, yet known to be under the threshold.")
  })

  test("without a threshold, only that nothing is known exactly", async () => {
    expect(
      JSON.parse((await ask("audit", file("none.json", { attacker, cells: counts(4, 5), relations }))).stdout).verdict,
    ).toBe("safe")
    const known = { ...counts(4, 5), b: { value: 5, published: true } }
    expect(
      JSON.parse((await ask("audit", file("known.json", { attacker, cells: known, relations }))).stdout).verdict,
    ).toBe("unsafe")
  })

  test("of a folder of tables with marks", async () => {
    const tables = join(folder, "tables")
    mkdirSync(tables)
    file("tables/a.csv", "\uFEFFla,age,count\r\nA,4,[c]\r\nA,5,[c]\r\nA,Total,30\r\n")
    file("tables/b.csv", "la,age,setting,count\nA,4,school,20\nA,4,home,[c]\nA,4,Total,[c]\n")
    const { status, stdout } = await ask("audit", tables, "--threshold", "10")
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      verdict: "safe",
      cells: {
        "age=4|la=A": { lp: [20, 30], integer: [20, 30] },
        "age=5|la=A": { lp: [0, 10], integer: [0, 10] },
        "age=4|la=A|setting=home": { lp: [0, 10], integer: [0, 10] },
      },
    })
    expect(JSON.parse((await ask("audit", tables, "--threshold", "11")).stdout).verdict).toBe("unsafe")
  })
})

test("by its name on the command line", () => {
  const path = file("line.json", { attacker, cells: counts(4, 10), relations })
  const command = ["--disable-warning=ExperimentalWarning", join(root, "src", "commands", "ask.ts")]
  const { status, stdout } = spawnSync(process.execPath, [...command, "disclosure", "audit", path], {
    encoding: "utf8",
  })
  expect({ status, verdict: JSON.parse(stdout).verdict }).toEqual({ status: 0, verdict: "safe" })
})

describe("could not decide, with 2 and one sentence", () => {
  const refused = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await ask(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" })
    expect(stderr.trim().split("\n")).toHaveLength(1)
    return stderr
  }

  test("without a file, or with one that is not there", async () => {
    expect(await refused("audit")).toContain("not one file or folder is named")
    expect(await refused("audit", "nowhere.json")).toMatch(/there is no \S*nowhere\.json/)
    expect(await refused("audit", "a.json", "b.json")).toContain("not one file or folder is named")
    expect(await refused("audit", "a.json", "--odd")).toContain("an option is not known")
    expect(await refused("nothing")).toContain("disclosure audit FILE.json")
  })

  test("where the counts do not add up", async () => {
    const cells = { ...counts(4, 5), t: { value: 10, published: true } }
    expect(await refused("audit", file("sum.json", { attacker, cells, relations }))).toContain(
      "the parts of t do not add up to it",
    )
  })

  test("where the solver has no time", async () => {
    const path = file("time.json", { attacker, cells: counts(4, 5), relations })
    expect(await refused("audit", path, "--seconds", "0")).toContain("the solver stopped before an answer")
  })

  test("where the folder holds no table, or a broken one", async () => {
    const empty = join(folder, "empty")
    mkdirSync(empty)
    expect(await refused("audit", empty)).toContain("the folder holds no table")
    file("empty/a.csv", "la,count\nA\n")
    expect(await refused("audit", empty)).toContain("a.csv is not a table")
  })

  test("where a file's own threshold would be set aside", async () => {
    const path = file("own.json", { attacker, cells: counts(4, 5), relations })
    expect(await refused("audit", path, "--threshold", "3")).toContain("a file says its own threshold")
    expect(await refused("audit", path, "--seconds", "x")).toContain("--seconds is not a whole number")
  })
})
