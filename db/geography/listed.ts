/** What an index holds, spelt out again: its postcodes, live or all, and its schools. */
import type { Registered } from "../../policy/register.ts"
import { type Index, liveUnit } from "./index-file.ts"
import { inwardLetters } from "./syntax.ts"

const signs = " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const outwardOf = (sector: number): string => {
  let outward = ""
  for (let left = Math.floor(sector / 10); left > 0; left = Math.floor(left / signs.length))
    outward = signs.charAt(left % signs.length) + outward
  return outward
}

/** Compact and upper case. */
export const postcodesIn = ({ parts }: Index, which: "live" | "all"): readonly string[] => {
  const found: string[] = []
  for (const [at, sector] of parts.sectors.entries()) {
    const start = `${outwardOf(sector)}${sector % 10}`
    for (let row = parts.starts[at] ?? 0; row < (parts.starts[at + 1] ?? 0); row++) {
      const unit = parts.units[row] ?? 0
      if (which === "live" && (unit & liveUnit) === 0) continue
      const inward = unit & ~liveUnit
      found.push(start + inwardLetters.charAt(Math.floor(inward / 20)) + inwardLetters.charAt(inward % 20))
    }
  }
  return found
}

export const schoolsIn = ({ parts }: Index): readonly Registered[] =>
  new TextDecoder()
    .decode(parts.schools)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [code = "", name = "", town = ""] = line.split("\t")
      return { code, words: town === "" ? name : `${name}, ${town}` }
    })
