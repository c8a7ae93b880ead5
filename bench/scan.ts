/** Measures the scan for residue on files of each format, in megabytes a second on this machine; with the real geography where it is here. */
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect } from "effect"
import { type Label, lineOf } from "../db/backup/label.ts"
import { importGeography } from "../db/geography/import/import.ts"
import { decodeIndex } from "../db/geography/index-file.ts"
import { councils, postcodes, schools } from "../db/geography/made-up.ts"
import { scan } from "../db/residue/scan.ts"
import { searchOptions } from "../db/residue/search.ts"
import { forms } from "../surveys/forms.ts"
import { submissions } from "../surveys/sampling/submissions.ts"
import { isReferenceHere, referenceFiles } from "./reference-data.ts"
import { publish } from "./report.ts"

const megabytes = Number(process.env["BENCH_MEGABYTES"] ?? 256)
const folder = mkdtempSync(join(tmpdir(), "big-ask-bench-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const megabyte = 2 ** 20
const at = (name: string): string => join(folder, name)

const readIndex = async () => {
  if (!isReferenceHere()) return undefined
  const { bytes } = await Effect.runPromise(
    importGeography({ files: referenceFiles, part: false, progress: () => undefined }),
  )
  return decodeIndex(bytes)
}

const repeated = (name: string, part: () => Buffer, head: Buffer = Buffer.alloc(0)): string => {
  writeFileSync(at(name), head)
  for (let written = 0; written < megabytes; written++) writeFileSync(at(name), part(), { flag: "a" })
  return at(name)
}

const label: Label = {
  format: "the-big-ask/sealed/1",
  of: "batch",
  mode: "rehearsal",
  on: "2027-04-19" as Label["on"],
  set: "0123456789abcdef",
  holds: ["batch"],
  key: "0123456789abcdef",
}

const places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** Answers as JSON, some thousands that are used again and again. */
const answers = (() => {
  const made = submissions(forms, places, 1)
  return Array.from({ length: 4_000 }, () => {
    const { answers: given } = made.next().value ?? { answers: {} }
    return JSON.stringify({ ...given, "home-postcode": undefined })
  })
})()

const database = (name: string, columns: string, row: (number: number) => readonly (string | Buffer)[]): string => {
  const store = new DatabaseSync(at(name))
  store.exec("pragma page_size = 16384; pragma synchronous = off; pragma journal_mode = off")
  store.exec(`create table ${columns} strict, without rowid; begin`)
  const insert = store.prepare(
    `insert into ${columns.split(" ")[0]} values (${row(0)
      .map(() => "?")
      .join(", ")})`,
  )
  let bytes = 0
  for (let number = 0; bytes < megabytes * megabyte; number++) {
    const values = row(number)
    insert.run(...values)
    bytes += values.reduce((sum, value) => sum + value.length, 0)
  }
  store.exec("commit")
  store.close()
  return at(name)
}

const files: Readonly<Record<string, () => string>> = {
  "a sealed file": () =>
    repeated("sealed", () => randomBytes(megabyte), Buffer.concat([lineOf(label), randomBytes(48)])),
  "sealed rows in SQLite": () =>
    database(
      "collection.sqlite",
      "response (key blob primary key, day text, form text, encapsulated blob, nonce blob, ciphertext blob)",
      () => [randomBytes(16), "2027-04-19", "9-12", randomBytes(32), randomBytes(12), randomBytes(1_040)],
    ),
  "answers in SQLite": () =>
    database("evidence.sqlite", "kept_response (id blob primary key, day text, answers text)", (number) => [
      randomBytes(16),
      "2027-04-19",
      answers[number % answers.length] ?? "",
    ]),
  "a log": () => {
    const line = (number: number) => `{"event":"stored","day":"2027-04-19","took":${number % 97},"commit":"7f3a9c1"}\n`
    const lines = Buffer.from(Array.from({ length: 15_000 }, (_, number) => line(number)).join(""))
    return repeated("service.log", () => Buffer.concat([lines], megabyte))
  },
  "random bytes": () => repeated("random", () => randomBytes(megabyte)),
}

const index = await readIndex()
const options = searchOptions({ words: [], index, days: ["2027-04-18", "2027-04-20"] })
const rows: string[][] = []
const rates: Record<string, number> = {}
let finds = 0
for (const [what, make] of Object.entries(files)) {
  const file = make()
  const [began, before] = [performance.now(), process.cpuUsage()]
  const { found, bytes } = await scan({ paths: [file] }, options)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const size = bytes / megabyte
  rates[what] = size / seconds
  finds += found.length
  rows.push([what, size.toFixed(0), (size / seconds).toFixed(0), (size / ((user + system) / 1e6)).toFixed(0)])
  rmSync(file)
}

/** Files of a deployment; random bytes of an unknown format are slower, because each could begin a digest. */
const usual = Object.entries(rates).filter(([what]) => what !== "random bytes")
const slowest = Math.min(...usual.map(([, rate]) => rate))
const held = publish({
  name: "scan",
  title: `The scan for residue, ${index === undefined ? "made-up postcodes" : "all of England"}`,
  head: ["file", "MB", "MB/s", "MB a CPU second"],
  rows,
  bars: [
    { what: "MB a second, slowest usual file", found: slowest, wanted: "60 or more", held: slowest >= 60 },
    { what: "false finds", found: finds, wanted: "0", held: finds === 0 },
  ],
  figures: { rates, megabytes },
})
process.exitCode = held ? 0 : 1
