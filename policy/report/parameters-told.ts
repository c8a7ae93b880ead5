/** Every number that a promise turns on, in words: what it is, its value, since when, and by whose authority. */
import type { Parameter } from "../parameters.ts"
import type { ParameterReport } from "./report.ts"

const valueTold = (value: unknown, unit: string | undefined): string => {
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (typeof value === "object" && value !== null) return Object.values(value).join(" to ")
  const words = typeof value === "string" ? value.replaceAll("-", " ") : String(value)
  return unit === undefined ? words : `${words} ${value === 1 ? unit.replace(/s$/, "") : unit}`
}

export const parametersTold = (all: Readonly<Record<string, Parameter<unknown>>>): readonly ParameterReport[] =>
  Object.values(all).map(({ what, value, unit, from, source }) => ({
    what,
    value: valueTold(value, unit),
    from,
    source,
  }))
