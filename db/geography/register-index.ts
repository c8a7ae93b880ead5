/** Lists what an index holds: its postcodes, live or all, and its schools. */
import type { RegisterEntry } from "../../policy/response/registers.ts"
import { type Index, liveUnit } from "./index-file.ts"
import { inwardLetters } from "./postcode-syntax.ts"

const signs = " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const outwardOf = (sector: number): string => {
  let outward = ""
  for (let left = Math.floor(sector / 10); left > 0; left = Math.floor(left / signs.length))
    outward = signs.charAt(left % signs.length) + outward
  return outward
}

/** Upper case, without spaces. */
export const postcodesIn = ({ parts }: Index, which: "live" | "all"): readonly string[] => {
  const postcodes: string[] = []
  for (const [at, sector] of parts.sectors.entries()) {
    const start = `${outwardOf(sector)}${sector % 10}`
    for (let row = parts.starts[at] ?? 0; row < (parts.starts[at + 1] ?? 0); row++) {
      const unit = parts.units[row] ?? 0
      if (which === "live" && (unit & liveUnit) === 0) continue
      const inward = unit & ~liveUnit
      postcodes.push(start + inwardLetters.charAt(Math.floor(inward / 20)) + inwardLetters.charAt(inward % 20))
    }
  }
  return postcodes
}

export const schoolsIn = ({ parts }: Index): readonly RegisterEntry[] =>
  new TextDecoder()
    .decode(parts.schools)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [code = "", name = "", town = ""] = line.split("\t")
      return { code, words: town === "" ? name : `${name}, ${town}` }
    })
