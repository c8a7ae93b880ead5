/** `ask -- disclosure audit` prints its verdict as JSON, or one sentence that says why there is no verdict. */

import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { ask as askOn } from "../../../support/ask.ts"
import { heard } from "../../../support/command-output.ts"
import { askProgram } from "../../../support/programs.ts"

const folder = mkdtempSync(join(tmpdir(), "big-ask-audit-"))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = async (...args: readonly string[]) => {
  const { code, out, error } = await heard(() =>
    askOn({ mode: "rehearsal", dataDir: folder, databaseUrl: undefined }, "disclosure", ...args),
  )
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

describe("the command exits with 0 and", () => {
  test("calls a table safe, with both intervals of each withheld cell and null for no upper bound", async () => {
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

  test("calls a table unsafe, and explains why on standard error", async () => {
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

  test("finds only exactly known counts if there is no threshold", async () => {
    expect(
      JSON.parse((await ask("audit", file("none.json", { attacker, cells: counts(4, 5), relations }))).stdout).verdict,
    ).toBe("safe")
    const known = { ...counts(4, 5), b: { value: 5, published: true } }
    expect(
      JSON.parse((await ask("audit", file("known.json", { attacker, cells: known, relations }))).stdout).verdict,
    ).toBe("unsafe")
  })

  test("audits a folder of marked tables", async () => {
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

test("the command line runs it by its name", () => {
  const path = file("line.json", { attacker, cells: counts(4, 10), relations })
  const command = askProgram()
  const { status, stdout } = spawnSync(process.execPath, [...command, "disclosure", "audit", path], {
    env: { ...process.env, MODE: "rehearsal" },
    encoding: "utf8",
  })
  expect({ status, verdict: JSON.parse(stdout).verdict }).toEqual({ status: 0, verdict: "safe" })
})

describe("an audit without a verdict ends with one sentence", () => {
  const refusedWith = async (code: number, ...args: readonly string[]) => {
    const { status, stdout, stderr } = await ask(...args)
    expect({ status, stdout }).toEqual({ status: code, stdout: "" })
    expect(stderr.trim().split("\n")).toHaveLength(1)
    return stderr
  }
  const refused = (...args: readonly string[]) => refusedWith(2, ...args)

  test("without a file, or with a file that does not exist", async () => {
    expect(await refused("audit")).toContain("The argument PATH is missing.")
    expect(await refused("audit", "nowhere.json")).toMatch(/there is no \S*nowhere\.json/)
    expect(await refused("audit", "a.json", "b.json")).toContain("The command takes no further word.")
    expect(await refused("audit", "a.json", "--odd")).toContain("There is no flag --odd here.")
    expect(await refused("nothing")).toContain("There is no such command.")
  })

  test("if the counts do not add up", async () => {
    const cells = { ...counts(4, 5), t: { value: 10, published: true } }
    expect(await refused("audit", file("sum.json", { attacker, cells, relations }))).toContain(
      "the parts of t do not add up to it",
    )
  })

  test("if the solver has no time", async () => {
    const path = file("time.json", { attacker, cells: counts(4, 5), relations })
    expect(await refusedWith(1, "audit", path, "--seconds", "0")).toContain("the solver stopped before an answer")
  })

  test("if the folder contains no table, or a broken one", async () => {
    const empty = join(folder, "empty")
    mkdirSync(empty)
    expect(await refused("audit", empty)).toContain("the folder contains no table")
    file("empty/a.csv", "la,count\nA\n")
    expect(await refused("audit", empty)).toContain("a.csv is not a table: line 2: 1 fields where the first line has 2")
    writeFileSync(join(empty, "a.csv"), Buffer.from("la,count\ncafé,12\nTotal,12\n", "latin1"))
    expect(await refused("audit", empty)).toContain("a.csv is not UTF-8")
    file("empty/a.csv", "la,count\nA,12\nTotal,12\n")
    file("empty/B.CSV", "la,count\nA,13\nTotal,13\n")
    expect(await refused("audit", empty)).toContain("two tables do not agree")
  })

  test("if an option would override the file's own threshold", async () => {
    const path = file("own.json", { attacker, cells: counts(4, 5), relations })
    expect(await refused("audit", path, "--threshold", "3")).toContain("a file says its own threshold")
    expect(await refused("audit", path, "--seconds", "x")).toContain("--seconds takes a whole number")
  })
})
