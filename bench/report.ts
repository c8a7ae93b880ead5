/** Prints one table, and keeps the figures with the commit they belong to. */
import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { root } from "../src/launcher/set-up.mjs"

export interface Bar {
  readonly what: string
  readonly found: number
  readonly wanted: string
  readonly held: boolean
}

export interface Report {
  readonly name: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly bars: readonly Bar[]
  readonly figures: Readonly<Record<string, unknown>>
}

const git = (...args: string[]): string => {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  } catch {
    return "unknown"
  }
}

const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column)))).join("  "),
  )
}

const round = (value: number): number => Number(value.toPrecision(3))

/** True when every bar is held. */
export const publish = ({ name, title, head, rows, bars, figures }: Report): boolean => {
  const barRows = bars.map(({ what, found, wanted, held }) => [
    what,
    `${round(found)}`,
    wanted,
    held ? "held" : "MISSED",
  ])
  const cores = cpus().length
  console.log([`\n${title}, on ${cores} cores`, ...aligned([head, ...rows]), "", ...aligned(barRows)].join("\n"))
  const folder = join(root, ".results")
  mkdirSync(folder, { recursive: true })
  const changed = git("status", "--porcelain", "--untracked-files=no") !== ""
  const record = { commit: git("rev-parse", "HEAD"), changed, cores, node: process.version, bars, ...figures }
  writeFileSync(join(folder, `bench-${name}.json`), `${JSON.stringify(record, null, 2)}\n`)
  return bars.every(({ held }) => held)
}
