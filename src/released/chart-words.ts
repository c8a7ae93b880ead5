/** A chart in words: every bar of a short one; of a long one the longest, since nobody listens to a hundred numbers. */
import type { Bar, Panel } from "./panels.ts"
import { told, withheld } from "./shape.ts"
import { ofNobody } from "./shares.ts"

const mostBars = 12
const longest = 5

const meanings: Readonly<Record<string, string>> = { [withheld]: ", withheld", [ofNobody]: ", nobody is counted" }

const said = ({ label, told: number }: Bar): string => `${label}: ${number}${meanings[number] ?? ""}`

const numberOf = ({ value }: Bar): number => (typeof value === "number" ? value : -1)

const wordsOf = (bars: readonly Bar[]): string => {
  if (bars.length <= mostBars) return bars.map(said).join("; ")
  const first = bars.toSorted((one, other) => numberOf(other) - numberOf(one)).slice(0, longest)
  const kept = bars.filter(({ value }) => value === withheld).length
  const how = `${bars.length} bars${kept > 0 ? `, ${kept} of them withheld` : ""}`
  return `${how}; the longest are ${first.map(said).join("; ")}. All of them are in the tables of numbers`
}

export const inFewWords = ({ title, base, bars }: Panel): string => {
  const whole = base === undefined ? "" : `, ${base === withheld ? `${withheld}, withheld,` : told(base)} responses`
  return `${title}${whole}. ${wordsOf(bars)}.`
}
