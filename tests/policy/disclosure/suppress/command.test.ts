/** `ask -- disclosure protect` writes two files and prints one line, the same for the same records in any order; or says in one sentence why not, and writes nothing. */

import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { ask as askOn } from "../../../support/ask.ts"
import { heard } from "../../../support/command-output.ts"
import { askProgram } from "../../../support/programs.ts"

const folder = mkdtempSync(join(tmpdir(), "big-ask-protect-"))
afterAll(() => rmSync(folder, { recursive: true }))

const places = ["A", "B", "C", "D"] as const
const counts = [
  [3, 40, 25],
  [22, 31, 18],
  [30, 12, 44],
  [15, 27, 19],
]
const rows = counts.flatMap((row, place) =>
  row.flatMap((count, band) =>
    Array.from({ length: count }, () => `${places[place]},${place < 2 ? "North" : "South"},b${band}`),
  ),
)
const file = (name: string, lines: readonly string[], head = "la,region,ageband"): string => {
  const path = join(folder, name)
  writeFileSync(path, `${[head, ...lines].join("\n")}\n`)
  return path
}
const micro = file("micro.csv", rows)
const order = (out: string, from = micro, dims = "la<region,ageband", threshold = "10") => [
  "protect",
  from,
  "--dims",
  dims,
  "--threshold",
  threshold,
  "--out",
  join(folder, out),
]

const ask = async (args: readonly string[]) => {
  const { code, out, error } = await heard(() =>
    askOn({ mode: "rehearsal", dataDir: folder, databaseUrl: undefined }, "disclosure", ...args),
  )
  return { status: code, stdout: out, stderr: error }
}
const written = (out: string) =>
  ["cells.csv", "certificate.json"].map((name) => readFileSync(join(folder, out, name), "utf8"))

describe("small-cells-suppressed: disclosure protect", { tags: ["small-cells-suppressed"] }, () => {
  test("by its name on the command line: two files, and one line", () => {
    const command = [...askProgram(), "disclosure"]
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...order("process")], {
      encoding: "utf8",
      env: { ...process.env, MODE: "rehearsal" },
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    expect(stdout).toMatch(
      /^28 cells, 1 primaries, \d+ suppressed, \d+\.\d\d CPU seconds, verdict safe \(witnessed\)\n$/,
    )
    expect(readdirSync(join(folder, "process")).toSorted()).toEqual(["cells.csv", "certificate.json"])
    const [cells = "", certificate = ""] = written("process")
    const lines = cells.trimEnd().split("\n")
    expect(lines[0]).toBe("la,ageband,count,published")
    expect(lines).toHaveLength(29)
    expect(lines).toContain("A,b0,3,0")
    expect(lines).toContain(`Total,Total,${rows.length},1`)
    const { verdict, level, threshold, witnesses } = JSON.parse(certificate)
    expect({ verdict, level, threshold }).toEqual({ verdict: "safe", level: "witnessed", threshold: 10 })
    const withheld = lines.filter((line) => line.endsWith(",0")).length
    expect(new Set(witnesses.map(({ cell }: { readonly cell: string }) => cell)).size).toBe(withheld)
  })

  test("the same bytes twice, and for the records in another order", async () => {
    const turned = file("turned.csv", [...rows.slice(70).toReversed(), ...rows.slice(0, 70)])
    for (const args of [order("once"), order("twice"), order("turned", turned)])
      expect(await ask(args)).toMatchObject({ status: 0, stderr: [] })
    expect(written("twice")).toEqual(written("once"))
    expect(written("turned")).toEqual(written("once"))
    expect(written("once")).toEqual(written("process"))
  })

  test("with a sensitive dimension, a zero is hidden where it would tell of a whole group", async () => {
    const grouped = file("grouped.csv", [...rows, ...Array.from({ length: 60 }, () => "E,North,b1")])
    expect((await ask([...order("grouped", grouped), "--sensitive", "ageband"])).status).toBe(0)
    const [cells = "", certificate = ""] = written("grouped")
    expect(cells.split("\n").filter((line) => line.endsWith(",0,0"))).toHaveLength(1)
    expect(JSON.parse(certificate)).toMatchObject({ sensitive: ["ageband"], hidden_zeros: 1 })
  })

  const two = file("two-parents.csv", [...rows, "A,South,b0"])
  const loop = file("loop.csv", [...rows, "North,A,b0"])
  const few = file("few.csv", rows.slice(0, 9))
  const ragged = file("ragged.csv", [...rows, "A,North"])
  const total = file("total.csv", [...rows, "Total,North,b0"])
  const empty = join(folder, "empty.csv")
  writeFileSync(empty, "")

  const inOther = (name: string, bytes: Buffer): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const cafes = ["la,region,ageband", ...rows, "café,North,b0", "cafè,North,b0", ""].join("\n")
  const windows = inOther("windows-1252.csv", Buffer.from(cafes, "latin1"))
  const utf16 = inOther("utf-16.csv", Buffer.from(`\ufeff${cafes}`, "utf16le"))
  const damaged = inOther("damaged.csv", Buffer.from(Buffer.from(cafes, "latin1").toString("utf8")))

  test.each<readonly [string, readonly string[], string]>([
    ["a file in Windows-1252", order("no", windows), "is not UTF-8"],
    ["a file in UTF-16", order("no", utf16), "is not UTF-8"],
    ["a file that lost its accents on the way", order("no", damaged), "an earlier conversion lost"],
    ["an unknown column", order("no", micro, "la<region,age"), "There is no column age."],
    ["a column twice", order("no", micro, "la<region<la"), "use each column once"],
    ["a category in two others", order("no", two), "give each category one parent"],
    ["a category at two levels", order("no", loop), "is at two levels of the hierarchy"],
    ["an empty file", order("no", empty), "There is no column la."],
    ["no record", order("no", file("head.csv", [])), "There is no record to tabulate."],
    ["fewer records than the threshold", order("no", few), "fewer records than the threshold"],
    ["a record that is too short", order("no", ragged), "fields where the first line has"],
    ["a category named Total", order("no", total), "is named Total"],
    [
      "a threshold of 1",
      order("no", micro, "la<region,ageband", "1"),
      "--threshold takes a whole number of 2 or more.",
    ],
    ["a threshold of -10", order("no", micro, "la<region,ageband", "-10"), "--threshold takes a whole number"],
    ["a threshold of ten", order("no", micro, "la<region,ageband", "ten"), "--threshold takes a whole number"],
    ["no such file", order("no", join(folder, "nowhere.csv")), "cannot be read"],
    [
      "no dimensions",
      ["protect", micro, "--threshold", "10", "--out", join(folder, "no")],
      "The flag --dims is missing.",
    ],
    ["an unknown dimension", [...order("no"), "--sensitive", "region"], "There is no dimension region."],
    ["an odd level", [...order("no"), "--level", "odd"], "--level takes"],
  ])("%s is refused by name, and nothing is written", async (_, args, why) => {
    const { status, stdout, stderr } = await ask(args)
    expect({ status, stdout, lines: stderr.length }).toEqual({ status: 2, stdout: [], lines: 1 })
    expect(stderr[0]).toContain(why)
    expect(existsSync(join(folder, "no"))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([])
  })
})
