/** `ask -- disclosure protect`: cells and their certificate from any microdata, whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { Effect } from "effect"
import { cellsCsv, certificateParts } from "../../policy/disclosure/suppress/certificate.ts"
import { protect } from "../../policy/disclosure/suppress/protect.ts"
import { microdataFrom } from "../../policy/disclosure/tables/csv.ts"
import { layoutFrom } from "../../policy/disclosure/tables/layout.ts"
import { TableRefused } from "../../policy/disclosure/tables/refused.ts"
import { tabulate } from "../../policy/disclosure/tables/tabulate.ts"
import { askedPath } from "./asked-path.ts"

const usage =
  'Write: disclosure protect MICRO.csv --dims "la<region,ageband" --threshold 10 --out DIR, with --level exact to keep only exact counts from being worked out, and --sensitive all, or names of dimensions, so that no group is known to be of one category.'

const refused = (reason: string): TableRefused => new TableRefused({ reason })

const options = {
  dims: { type: "string" },
  threshold: { type: "string" },
  out: { type: "string" },
  level: { type: "string", default: "witnessed" },
  sensitive: { type: "string" },
} as const

const orders = Effect.fnUntraced(function* (args: readonly string[]) {
  const { positionals, values } = yield* Effect.try({
    try: () => parseArgs({ args: [...args], allowPositionals: true, options }),
    catch: () => refused(usage),
  })
  const [file, ...more] = positionals
  const { dims, threshold, out, level, sensitive } = values
  if (file === undefined || more.length > 0 || !dims || !out || threshold === undefined) return yield* refused(usage)
  if (!/^\d{1,9}$/.test(threshold) || Number(threshold) < 2)
    return yield* refused("The threshold is a whole number of 2 or more.")
  if (level !== "witnessed" && level !== "exact") return yield* refused("The level is witnessed or exact.")
  return {
    file: askedPath(file),
    layout: yield* layoutFrom(dims),
    threshold: Number(threshold),
    out: askedPath(out),
    level,
    ...(sensitive === undefined ? {} : { sensitive: sensitive === "all" ? ("all" as const) : sensitive.split(",") }),
  } as const
})

/** Written beside and then moved, so that nobody finds the half of it. */
const write = (out: string, files: Readonly<Record<string, readonly string[]>>): void => {
  mkdirSync(dirname(out), { recursive: true })
  const beside = mkdtempSync(`${out}.part-`)
  try {
    for (const [name, parts] of Object.entries(files)) {
      writeFileSync(join(beside, name), "")
      for (let at = 0; at < parts.length; at += 10_000)
        writeFileSync(join(beside, name), parts.slice(at, at + 10_000).join(""), { flag: "a" })
    }
    if (existsSync(out)) for (const name of Object.keys(files)) renameSync(join(beside, name), join(out, name))
    else renameSync(beside, out)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

const made = Effect.fnUntraced(function* (args: readonly string[]) {
  const { file, layout, out, ...protection } = yield* orders(args)
  const text = yield* Effect.try({
    try: () => readFileSync(file, "utf8"),
    catch: () => refused(`${file} cannot be read.`),
  })
  const table = yield* tabulate(yield* microdataFrom(text, layout.flat()), layout)
  const before = process.cpuUsage()
  const found = yield* protect(table, protection)
  const { user, system } = process.cpuUsage(before)
  const cells = cellsCsv(found)
  yield* Effect.try({
    try: () => write(out, { "cells.csv": [cells], "certificate.json": certificateParts(found, cells) }),
    catch: () => refused(`${out} cannot be written to.`),
  })
  const seconds = ((user + system) / 1e6).toFixed(2)
  return `${table.lattice.size} cells, ${found.primaries} primaries, ${found.suppressed} suppressed, ${seconds} CPU seconds, verdict safe (${protection.level})`
})

/** 0 once both files are written, and 2 where nothing was. */
export const disclosureProtect = (rest: readonly string[]): Promise<number> =>
  made(rest).pipe(
    Effect.match({
      onSuccess: (line) => {
        console.log(line)
        return 0
      },
      onFailure: ({ message }) => {
        console.error(message)
        return 2
      },
    }),
    Effect.runPromise,
  )
